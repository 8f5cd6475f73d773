import { parametersIn, readPrinted } from '@shared/ledger/printed'
import { useEffect, useState } from 'react'
import { Button } from '../../components/controls/Button'
import { Section } from '../../components/page/Section'
import { Fold } from '../../components/page/Fold'
import { TextField } from '../../components/form/TextField'
import { Box } from '../../elements/dom'
import { canScan, scanCode } from '../../elements/platform'
import { type Paper, type Step, comparePaper, paperOf } from './examine'
import { Steps } from './Steps'

interface Props {
  noticeId: string
  /** From the scanned code of the sheet. */
  scanned: { paper: Paper; edition: number } | null
}

const EMPTY: Paper = { place: '', leaf: '', size: '', root: '' }
const FAILED = '现在对照不了：网络不通，或者这一版没有存证。请稍后再试。'

/** Compares with a printed sheet: by its code, or by its numbers typed in. */
export function PaperForm({ noticeId, scanned }: Props) {
  const [paper, setPaper] = useState(scanned?.paper ?? EMPTY)
  const [edition, setEdition] = useState(scanned?.edition)
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [fault, setFault] = useState('')
  const field = (name: keyof Paper) => (value: string) => {
    setEdition(undefined)
    setPaper({ ...paper, [name]: value })
  }

  // Opened from the code on the sheet: compare at once.
  useEffect(() => {
    if (!scanned) return
    comparePaper(noticeId, scanned.paper, scanned.edition).then(setSteps, () => setFault(FAILED))
  }, [noticeId, scanned])

  async function compare(with_: Paper, printedEdition?: number) {
    setFault('')
    try {
      setSteps(await comparePaper(noticeId, with_, printedEdition))
    } catch {
      setSteps([])
      setFault(FAILED)
    }
  }

  async function scan() {
    const text = await scanCode()
    if (text === null) return
    const printed = readPrinted(parametersIn(text))
    if (printed?.noticeId !== noticeId) {
      setFault('扫到的不是这条公示的存证单。')
      return
    }
    setPaper(paperOf(printed))
    setEdition(printed.edition)
    await compare(paperOf(printed), printed.edition)
  }

  return (
    <Section title="和纸上印的对照" unprinted>
      <Box as="p" className="note">
        村里贴出来的纸上印有存证单。扫上面的码，或者填上面的号码，就知道印出来以后改过没有。
      </Box>
      {canScan && <Button label="扫纸上的码" onPress={() => void scan()} wide />}
      <Fold label="自己填纸上的号码" note="四样，不用填全" opened={scanned !== null}>
        <TextField
          id="paper-place"
          label="第几条"
          kind="integer"
          value={paper.place}
          onChange={field('place')}
        />
        <TextField
          id="paper-leaf"
          label="存证指纹"
          help="旧的存证单上写作“存证码”。64 位，至少填前 16 位，空格可以不填"
          value={paper.leaf}
          onChange={field('leaf')}
        />
        <TextField
          id="paper-size"
          label="账本条数"
          help="旧的存证单上写作“总账条数”"
          kind="integer"
          value={paper.size}
          onChange={field('size')}
        />
        <TextField
          id="paper-root"
          label="账本指纹"
          help="旧的存证单上写作“总账校验码”。64 位"
          value={paper.root}
          onChange={field('root')}
        />
        <Box className="buttons">
          <Button label="对照" look="plain" onPress={() => void compare(paper, edition)} />
        </Box>
      </Fold>
      <Box live="polite">
        {fault && <Box as="p">{`× ${fault}`}</Box>}
        {steps.length > 0 && <Steps steps={steps} label="和纸上对照的结果" />}
      </Box>
    </Section>
  )
}

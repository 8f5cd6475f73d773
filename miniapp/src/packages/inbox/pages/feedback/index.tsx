import { useState } from 'react'
import { api, newIdempotencyKey } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Link } from '../../../../components/controls/Link'
import { TextField } from '../../../../components/form/TextField'
import { Frame } from '../../../../components/page/Frame'
import { Problems } from '../../../../components/page/Problems'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useAction } from '../../../../hooks/useAction'
import { goBack, routes } from '../../../../routes'
import { dropStored, readStored, writeStored } from '../../../../state/storage'
import { useVillage } from '../../../../state/village'

const DRAFT = 'feedback'

interface Draft {
  /** Stays the same for every retry, so that a message arrives once. */
  key: string
  text: string
  contact: string
}

const emptyDraft = (): Draft => ({ key: newIdempotencyKey(), text: '', contact: '' })

/** Sends what a reader says about the app 意见反馈; what is written stays on the phone until it has arrived. */
export default function FeedbackPage() {
  const { from = '' } = useParams()
  const [draft, setDraft] = useState<Draft>(() => readStored<Draft>(DRAFT) ?? emptyDraft())
  const [number, setNumber] = useState('')
  const { busy, problems, run } = useAction()
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    writeStored(DRAFT, next)
  }
  const isEmpty = draft.text.trim().length < 2
  const send = () =>
    run(async () => {
      const body = {
        ...draft,
        text: draft.text.trim(),
        contact: draft.contact.trim(),
        page: from.slice(0, 300),
      }
      const sent = await api('POST /feedback', { body })
      dropStored(DRAFT)
      setNumber(sent.number)
    })
  if (number !== '') return <Sent number={number} />
  return (
    <Frame title="意见反馈" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          意见反馈
        </Heading>
        <Box as="p" className="lead">
          哪里看不懂、点不动、字太小，写在这里，管网页的人会看。公示内容有疑问的，请在那条公示里按“提出异议”，或者打村里的电话。
        </Box>
      </Box>
      <TextField
        id="feedback-text"
        label="您想说的"
        multiline
        required
        maxLength={500}
        value={draft.text}
        onChange={text => change({ text })}
      />
      <TextField
        id="feedback-contact"
        label="怎么找您"
        help="可以不写。写了电话，管网页的人好问清楚；只有他们看得到，一年后删掉"
        maxLength={50}
        value={draft.contact}
        onChange={contact => change({ contact })}
      />
      <Problems problems={problems} />
      {problems.length > 0 && (
        <Box as="p" className="small">
          您写的还在，没有丢。
        </Box>
      )}
      {isEmpty && (
        <Box as="p" className="small">
          先写一句，再按“送出”。
        </Box>
      )}
      <Button
        wide
        label={busy ? '正在送出…' : '送出'}
        disabled={busy || isEmpty}
        onPress={() => void send()}
      />
    </Frame>
  )
}

function Sent({ number }: { number: string }) {
  const home = routes.home(useVillage() ?? undefined)
  return (
    <Frame title="收到了" narrow>
      <Box className="notice" live="polite">
        <Heading level={1} className="notice__title">
          收到了，谢谢您
        </Heading>
        <Box as="p" className="lead">{`编号 ${number}。要问办得怎样，报这个编号就行。`}</Box>
        <Box className="buttons">
          <Button label="回刚才那一页" onPress={() => goBack(home)} />
          <Link className="button button--plain" label="回公开栏" url={home} />
        </Box>
      </Box>
    </Frame>
  )
}

import { useState } from 'react'
import { type CodeRead, readCode } from '@shared/common/codeText'
import { Button } from '../../components/controls/Button'
import { TextField } from '../../components/form/TextField'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { canScan, scanCode } from '../../elements/platform'

interface Props {
  onRead: (read: CodeRead) => void
}

const NOT_OURS = '扫到的不是明白栏的码。请扫公示单、海报或存证单上印的码。'
const WRONG_DIGITS = '短码是 7 个数字，印在公示单和海报上码的旁边。'

/** Takes a code: scanned from paper, or its digits typed. */
export function CodeForm({ onRead }: Props) {
  const [digits, setDigits] = useState('')
  const [fault, setFault] = useState<string>()
  const [unread, setUnread] = useState('')

  const scan = async () => {
    setUnread('')
    const text = await scanCode()
    if (text === null) return
    const read = readCode(text)
    if (read) onRead(read)
    else setUnread(NOT_OURS)
  }
  const openTyped = () => {
    const read = readCode(digits)
    setFault(read ? undefined : WRONG_DIGITS)
    if (read) onRead(read)
  }

  return (
    <>
      {canScan && (
        <Section title="扫码">
          <Box className="buttons">
            <Button label="扫纸上的码" onPress={() => void scan()} />
          </Box>
          <Box live="polite">{unread && <Box as="p">{`× ${unread}`}</Box>}</Box>
        </Section>
      )}
      <Section title={canScan ? '或者填短码' : '填短码'}>
        <TextField
          id="short-code"
          label="短码"
          help="7 个数字，中间的空格可以不填"
          kind="integer"
          maxLength={12}
          required
          value={digits}
          fault={fault}
          onChange={setDigits}
        />
        <Box className="buttons">
          <Button label="打开" onPress={openTyped} />
        </Box>
      </Section>
    </>
  )
}

import { type ReactNode, useState } from 'react'
import type { CannedUse } from '@shared/facts/participation/cannedReasons'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { CannedReasons } from '../../../components/staff/CannedReasons'
import { useFaults } from '../../../hooks/useFaults'

interface Props {
  id: string
  use: CannedUse
  label: string
  help: string
  /** Fewest characters. */
  least: number
  button: string
  look?: 'main' | 'danger'
  busy: boolean
  onSend: (words: string) => void
  /** Further fields, below the text. */
  children?: ReactNode
}

/** Shows a form for a short text with common sentences: reasons, opinions, reminders. */
export function WordsForm(props: Props) {
  const { id, use, label, help, least, button, look, busy, onSend, children } = props
  const [words, setWords] = useState('')
  const { faults, hold } = useFaults<'words'>(() => id)
  const send = () => {
    const text = words.trim()
    if (hold([['words', text.length >= least, `请写${label}，至少 ${least} 个字。`]])) onSend(text)
  }
  return (
    <>
      <CannedReasons use={use} onPick={setWords} />
      <TextField
        id={id}
        label={label}
        required
        multiline
        maxLength={500}
        help={help}
        value={words}
        fault={faults.words}
        onChange={setWords}
      />
      {children}
      <Box className="buttons">
        <Button look={look} label={busy ? '正在提交…' : button} disabled={busy} onPress={send} />
      </Box>
    </>
  )
}

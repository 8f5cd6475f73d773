import { useState } from 'react'
import { Button } from '../controls/Button'
import { TextField } from './TextField'
import { Box } from '../../elements/dom'

interface Props {
  id: string
  label: string
  help: string
  done: string
  busy: boolean
  onDone: (text: string) => void
}

/** Fewest characters of a reason 理由. */
export const SHORTEST_REASON = 4

/** Shows a form for a reason that others will read. */
export function ReasonForm({ id, label, help, done, busy, onDone }: Props) {
  const [text, setText] = useState('')
  const ready = text.trim().length >= SHORTEST_REASON
  return (
    <Box>
      <TextField id={id} label={label} required help={help} maxLength={200} value={text} onChange={setText} />
      <Box className="buttons">
        <Button label={done} disabled={busy || !ready} onPress={() => onDone(text.trim())} />
      </Box>
    </Box>
  )
}

import { useState } from 'react'
import { Box, Txt } from '../../elements/dom'
import { Button } from './Button'

interface Props {
  label: string
  /** What follows from it, one sentence each; shown before it is done. */
  words: readonly string[]
  /** Label of the second press. */
  confirm: string
  /** Label of the way back. */
  keep: string
  look?: 'main' | 'plain' | 'danger'
  disabled?: boolean
  onConfirm: () => void
}

/** Shows a button that first says what follows, and acts on a second press next to it. */
export function ConfirmButton({ label, words, confirm, keep, look, disabled = false, onConfirm }: Props) {
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button look={look} label={label} disabled={disabled} onPress={() => setAsked(true)} />
  const take = () => {
    setAsked(false)
    onConfirm()
  }
  return (
    <Box className="notice" live="polite">
      {words.map(sentence => (
        <Txt key={sentence}>{sentence}</Txt>
      ))}
      <Box className="buttons">
        <Button look={look} label={confirm} disabled={disabled} onPress={take} />
        <Button look="plain" label={keep} onPress={() => setAsked(false)} />
      </Box>
    </Box>
  )
}

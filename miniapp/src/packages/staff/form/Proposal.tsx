import { Button } from '../../../components/controls/Button'
import { Box, Txt } from '../../../elements/dom'

interface Props {
  /** What the last period said; null: nothing to propose. */
  said: string | null
  /** Name of the field, for those who hear the button alone. */
  label: string
  /** The field is still empty. */
  open: boolean
  onTake: (text: string) => void
}

/** Shows what the last period said under an empty field, to be taken over by a press; never by itself. */
export function Proposal({ said, label, open, onTake }: Props) {
  if (said === null || !open) return null
  return (
    <Box>
      <Txt className="field__help">{`上期写的是：${said}`}</Txt>
      <Box className="buttons">
        <Button look="plain" label={`照用上期的“${label}”`} onPress={() => onTake(said)} />
      </Box>
    </Box>
  )
}

import { Button } from '../../../components/Button'
import { Box } from '../../../elements/dom'

interface Props {
  /** The server found personal data in what was sent. */
  personal: boolean
  disabled: boolean
  maskAll: () => Promise<void>
}

/** 按规定遮好: one press instead of mending every field by hand. */
export function MaskAll({ personal, disabled, maskAll }: Props) {
  if (!personal) return null
  return (
    <Box className="buttons">
      <Button label="按规定遮好" look="plain" disabled={disabled} onPress={() => void maskAll()} />
    </Box>
  )
}

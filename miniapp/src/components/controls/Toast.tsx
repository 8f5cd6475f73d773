import { Box, Txt } from '../../elements/dom'
import { Button } from './Button'

interface Props {
  /** One sentence: what was done, or what will be. */
  text: string
  onUndo: () => void
}

/** Says at the bottom of the screen what was done, with the way back 撤销. */
export const Toast = ({ text, onUndo }: Props) => (
  <Box className="toast">
    <Txt className="toast__text">{text}</Txt>
    <Button look="plain" label="撤销" onPress={onUndo} />
  </Box>
)

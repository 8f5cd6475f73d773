import { Press } from '../../elements/dom'

interface Props {
  label: string
  on: boolean
  onPress: () => void
}

/** Shows one of a few choices on a line; the chosen one has a sign and a frame. */
export const Chip = ({ label, on, onPress }: Props) => (
  <Press className={`chip${on ? ' chip--on' : ''}`} label={label} role="radio" checked={on} onPress={onPress}>
    {label}
  </Press>
)

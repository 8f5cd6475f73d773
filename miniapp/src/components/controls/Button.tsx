import { Press } from '../../elements/dom'
import type { PressProps } from '../../elements/types'

interface Props {
  label: string
  onPress: () => void
  look?: 'main' | 'plain' | 'danger'
  wide?: boolean
  disabled?: boolean
  keys?: PressProps['keys']
}

const LOOKS = { main: '', plain: ' button--plain', danger: ' button--danger' }

export function Button({ label, onPress, look = 'main', wide = false, disabled = false, keys }: Props) {
  const className = `button${disabled ? ' button--off' : LOOKS[look]}${wide ? ' button--wide' : ''}`
  return (
    <Press className={className} label={label} onPress={onPress} disabled={disabled} keys={keys}>
      {label}
    </Press>
  )
}

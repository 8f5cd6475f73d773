import { Press } from '../../elements/dom'

interface Props {
  label: string
  onPress: () => void
  look?: 'main' | 'plain' | 'danger'
  wide?: boolean
  disabled?: boolean
}

const LOOKS = { main: '', plain: ' button--plain', danger: ' button--danger' }

export function Button({ label, onPress, look = 'main', wide = false, disabled = false }: Props) {
  const className = `button${disabled ? ' button--off' : LOOKS[look]}${wide ? ' button--wide' : ''}`
  return (
    <Press className={className} label={label} onPress={onPress} disabled={disabled}>
      {label}
    </Press>
  )
}

import { Press, Txt } from '../../elements/dom'

interface Props {
  label: string
  text: string
  on: boolean
  onChange: (on: boolean) => void
}

/** Shows a switch, on or off by word and sign. */
export function SwitchRow({ label, text, on, onChange }: Props) {
  return (
    <Press
      className="switch"
      role="switch"
      label={`${label}，${text}，${on ? '✓ 开' : '关'}`}
      checked={on}
      onPress={() => onChange(!on)}
    >
      <Txt>
        <Txt className="row__title">{label}</Txt>
        <Txt className="row__meta">{text}</Txt>
      </Txt>
      <Txt className={`switch__state${on ? ' switch__state--on' : ''}`}>{on ? '✓ 开' : '关'}</Txt>
    </Press>
  )
}

import { Box, Press, Txt } from '../../elements/dom'

interface Props<Value extends string> {
  label: string
  options: readonly { value: Value; label: string; help?: string }[]
  /** Null: no choice yet. */
  value: Value | null
  onChange: (value: Value) => void
}

/** Shows a single choice, one line with sign and word per option. */
export function Choices<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <Box role="group" label={label}>
      {options.map(option => {
        const on = option.value === value
        return (
          <Press
            key={option.value}
            className="row"
            role="radio"
            label={[option.label, option.help, on && '选中'].filter(Boolean).join('，')}
            checked={on}
            onPress={() => onChange(option.value)}
          >
            <Txt className="row__main">
              <Txt className="row__title">{option.label}</Txt>
              {option.help && <Txt className="row__meta">{option.help}</Txt>}
            </Txt>
            <Txt className={`state${on ? ' state--ok' : ''}`}>{on ? '✓ 选中' : '○'}</Txt>
          </Press>
        )
      })}
    </Box>
  )
}

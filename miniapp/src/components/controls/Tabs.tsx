import { Box, Press } from '../../elements/dom'

interface Props<Value extends string> {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** Switches between a few views of the same list. */
export function Tabs<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <Box className="tabs" role="tablist" label={label}>
      {options.map(option => (
        <Press
          key={option.value}
          role="tab"
          className={`tabs__item${option.value === value ? ' tabs__item--on' : ''}`}
          label={option.label}
          selected={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.label}
        </Press>
      ))}
    </Box>
  )
}

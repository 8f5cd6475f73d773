import { Box, Press, Txt } from '../../elements/dom'
import { Field } from './Field'

interface Props<Value extends string> {
  id: string
  label: string
  options: readonly { value: Value; label: string }[]
  values: readonly Value[]
  onChange: (values: Value[]) => void
  required?: boolean
  help?: string
  fault?: string
}

/** Shows a multiple choice, one line with sign and word per option. */
export function CheckField<Value extends string>(props: Props<Value>) {
  const { id, label, options, values, onChange, required, help, fault } = props
  const toggle = (value: Value) =>
    onChange(values.includes(value) ? values.filter(one => one !== value) : [...values, value])
  return (
    <Field id={id} label={label} required={required} help={help} fault={fault}>
      <Box id={id} role="group" label={label} className="steps">
        {options.map(({ value, label: name }) => {
          const on = values.includes(value)
          return (
            <Press
              key={value}
              className={`step${on ? ' step--on' : ''}`}
              role="checkbox"
              label={`${on ? '✓ ' : ''}${name}`}
              checked={on}
              onPress={() => toggle(value)}
            >
              <Txt>{`${on ? '✓ ' : ''}${name}`}</Txt>
            </Press>
          )
        })}
      </Box>
    </Field>
  )
}

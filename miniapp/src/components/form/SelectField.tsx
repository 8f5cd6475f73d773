import { Select } from '../../elements/dom'
import { Field } from './Field'

interface Props {
  id: string
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  help?: string
  fault?: string
}

export function SelectField({ id, label, value, options, onChange, help, fault }: Props) {
  return (
    <Field id={id} label={label} help={help} fault={fault}>
      <Select
        id={id}
        label={label}
        className={`input input--select${fault ? ' input--bad' : ''}`}
        value={value}
        options={options}
        onChange={onChange}
        describedBy={help || fault ? `${id}-about` : undefined}
      />
    </Field>
  )
}

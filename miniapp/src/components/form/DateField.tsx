import { DateInput } from '../../elements/dom'
import { Field } from './Field'

interface Props {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  required?: boolean
  help?: string
  fault?: string
}

export function DateField({ id, label, value, onChange, required, help, fault }: Props) {
  return (
    <Field id={id} label={label} required={required} help={help} fault={fault}>
      <DateInput
        id={id}
        label={label}
        className={`input${fault ? ' input--bad' : ''}`}
        value={value}
        onChange={onChange}
        invalid={Boolean(fault)}
        describedBy={help || fault ? `${id}-about` : undefined}
      />
    </Field>
  )
}

import { DateInput } from '../../elements/dom'
import { Field } from './Field'

interface Props {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  fault?: string
}

export function DateField({ id, label, value, onChange, fault }: Props) {
  return (
    <Field id={id} label={label} fault={fault}>
      <DateInput
        id={id}
        label={label}
        className={`input${fault ? ' input--bad' : ''}`}
        value={value}
        onChange={onChange}
        invalid={Boolean(fault)}
        describedBy={fault ? `${id}-about` : undefined}
      />
    </Field>
  )
}

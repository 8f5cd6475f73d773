import { TextArea, TextInput } from '../../elements/dom'
import type { InputProps } from '../../elements/types'
import { Field } from './Field'

interface Props {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  kind?: InputProps['kind']
  multiline?: boolean
  required?: boolean
  help?: string
  fault?: string
  placeholder?: string
  maxLength?: number
  quiet?: boolean
}

/** Shows a field for text, amount or number, on one line or several. */
export function TextField(props: Props) {
  const {
    id,
    label,
    value,
    onChange,
    kind,
    multiline,
    required,
    help,
    fault,
    placeholder,
    maxLength,
    quiet,
  } = props
  const control = {
    id,
    label,
    value,
    onChange,
    placeholder,
    maxLength,
    invalid: Boolean(fault),
    describedBy: help || fault ? `${id}-about` : undefined,
  }
  const bad = fault ? ' input--bad' : ''
  return (
    <Field id={id} label={label} required={required} help={help} fault={fault} quiet={quiet}>
      {multiline ? (
        <TextArea {...control} className={`input input--area${bad}`} />
      ) : (
        <TextInput
          {...control}
          kind={kind}
          className={`input${kind === 'decimal' ? ' input--right' : ''}${bad}`}
        />
      )}
    </Field>
  )
}

import { TextField } from '../../../components/form/TextField'
import { faultAt } from '../draft/faults'
import type { DraftOf } from '../draft/types'
import type { PartProps } from './types'

export function TextForm({ at, value, onChange, faults }: PartProps<DraftOf<'text'>>) {
  return (
    <TextField
      id={`${at}.text`}
      label={value.label}
      quiet
      multiline
      maxLength={20_000}
      value={value.text}
      fault={faultAt(faults, `${at}.text`)}
      onChange={text => onChange({ ...value, text })}
    />
  )
}

import { useState } from 'react'
import { Button } from '../../../../components/controls/Button'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Fold } from '../../../../components/page/Fold'
import { Box } from '../../../../elements/dom'
import type { StepField } from './stepForms'

interface Props {
  step: string
  label: string
  help: string
  fields: readonly StepField[]
  busy: boolean
  onTake: (data: Record<string, unknown>) => void
}

const firstOf = (fields: readonly StepField[]): Record<string, string> =>
  fields.reduce<Record<string, string>>(
    (all, { name, options }) => ({ ...all, [name]: options?.[0]?.value ?? '' }),
    {},
  )

const isMissing = ({ name, optional }: StepField, values: Record<string, string>): boolean =>
  !optional && (values[name] ?? '').trim() === ''

/** Shows one step that may be taken now, with the fields that it needs. */
export function StepFold({ step, label, help, fields, busy, onTake }: Props) {
  const [values, setValues] = useState(() => firstOf(fields))
  const missing = fields.some(field => isMissing(field, values))
  const take = () =>
    onTake(
      fields.reduce<Record<string, unknown>>((data, { name, number, optional }) => {
        const text = (values[name] ?? '').trim()
        if (number && optional && text === '') return data
        return { ...data, [name]: number ? Number(text) : text }
      }, {}),
    )
  return (
    <Fold label={label} note={help}>
      {fields.map(field => {
        const shared = {
          id: `${step}-${field.name}`,
          label: field.label,
          value: values[field.name] ?? '',
          onChange: (value: string) => setValues({ ...values, [field.name]: value }),
        }
        return field.options ? (
          <SelectField key={field.name} {...shared} options={field.options} />
        ) : (
          <TextField key={field.name} {...shared} multiline={field.multiline} maxLength={2000} />
        )
      })}
      <Box className="buttons">
        <Button label={`确定：${label}`} disabled={busy || missing} onPress={take} />
      </Box>
    </Fold>
  )
}

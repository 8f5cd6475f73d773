import { PLACE_HAS, PLACE_KINDS } from '@shared/facts/reading/readingPlaces'
import type { ReadingPlace } from '@shared/contract/reading/zone'
import { Button } from '../../../../components/controls/Button'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import type { PlaceFields } from './placeFields'

export const idOf = (place: PlaceFields, field: string): string => `${place.key}-${field}`

interface Props {
  place: PlaceFields
  title: string
  faults: Partial<Record<string, string>>
  onChange: (place: PlaceFields) => void
  onRemove: () => void
}

/** What is written of a place in one line each. */
export const LINES = [
  { field: 'name', label: '名称', maxLength: 60, required: true, help: undefined },
  { field: 'address', label: '地址', maxLength: 120, required: true, help: undefined },
  { field: 'hours', label: '开放时间', maxLength: 120, required: true, help: '例：工作日 9:00—17:00' },
  { field: 'phone', label: '电话', maxLength: 30, required: false, help: undefined },
] as const

const KINDS = PLACE_KINDS.map(({ code, label }) => ({ value: code, label }))

/** One reading place 查阅点: what it is, where, when, and what is there. */
export function PlaceForm({ place, title, faults, onChange, onRemove }: Props) {
  const set = (change: Partial<PlaceFields>) => onChange({ ...place, ...change })
  return (
    <Section title={title}>
      <SelectField
        id={idOf(place, 'kind')}
        label="是什么地方"
        options={KINDS}
        value={place.kind}
        onChange={kind => set({ kind: kind as ReadingPlace['kind'] })}
      />
      <Box className="line__grid">
        {LINES.map(({ field, label, maxLength, help, required }) => (
          <TextField
            key={field}
            id={idOf(place, field)}
            label={label}
            required={required}
            maxLength={maxLength}
            help={help}
            fault={faults[idOf(place, field)]}
            value={place[field]}
            onChange={words => set({ [field]: words })}
          />
        ))}
      </Box>
      <TextField
        id={idOf(place, 'has')}
        label="有什么"
        multiline
        maxLength={600}
        help={`一行一样，例：${PLACE_HAS.slice(0, 3).join('、')}`}
        value={place.has}
        onChange={has => set({ has })}
      />
      <Box className="buttons">
        <Button look="plain" label={`去掉这一处（${title}）`} onPress={onRemove} />
      </Box>
    </Section>
  )
}

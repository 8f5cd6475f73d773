import { PLACE_HAS, PLACE_KINDS } from '@shared/facts/reading/readingPlaces'
import type { ReadingPlace } from '@shared/contract/reading/zone'
import { Button } from '../../../../components/controls/Button'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import type { PlaceFields } from './placeFields'

export type PlaceFault = 'name' | 'address' | 'hours'

export const idOf = (place: PlaceFields, field: string): string => `${place.key}-${field}`

interface Props {
  place: PlaceFields
  title: string
  faults: Partial<Record<string, string>>
  onChange: (place: PlaceFields) => void
  onRemove: () => void
}

const KINDS = PLACE_KINDS.map(({ code, label }) => ({ value: code, label }))

/** One reading place 查阅点: what it is, where, when, and what is there. */
export function PlaceForm({ place, title, faults, onChange, onRemove }: Props) {
  const set = (change: Partial<PlaceFields>) => onChange({ ...place, ...change })
  const faultOf = (field: PlaceFault) => faults[idOf(place, field)]
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
        <TextField
          id={idOf(place, 'name')}
          label="名称"
          required
          maxLength={60}
          fault={faultOf('name')}
          value={place.name}
          onChange={name => set({ name })}
        />
        <TextField
          id={idOf(place, 'address')}
          label="地址"
          required
          maxLength={120}
          fault={faultOf('address')}
          value={place.address}
          onChange={address => set({ address })}
        />
        <TextField
          id={idOf(place, 'hours')}
          label="开放时间"
          required
          maxLength={120}
          help="例：工作日 9:00—17:00"
          fault={faultOf('hours')}
          value={place.hours}
          onChange={hours => set({ hours })}
        />
        <TextField
          id={idOf(place, 'phone')}
          label="电话"
          maxLength={30}
          value={place.phone}
          onChange={phone => set({ phone })}
        />
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

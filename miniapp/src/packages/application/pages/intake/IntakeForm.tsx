import { FORMS, ROUTES_HOME } from '@shared/facts/participation/applicationRules'
import { Chip } from '../../../../components/controls/Chip'
import { Button } from '../../../../components/controls/Button'
import { DateField } from '../../../../components/form/DateField'
import { Field } from '../../../../components/form/Field'
import { TextField } from '../../../../components/form/TextField'
import { Fold } from '../../../../components/page/Fold'
import { Box } from '../../../../elements/dom'
import { useFaults } from '../../../../hooks/useFaults'
import { Ticks } from '../../Ticks'
import { COUNTER_DOORS, howWords, type IntakeFields, isFaceToFace, itemsOf } from './fields'

interface Props {
  fields: IntakeFields
  onChange: (fields: IntakeFields) => void
  onDone: () => void
}

interface ChipsProps {
  label: string
  options: readonly { code: string; label: string }[]
  value: string
  onChange: (code: string) => void
}

/** A choice of one press, next to each other. */
const Chips = ({ label, options, value, onChange }: ChipsProps) => (
  <Field id={`intake-${label}`} label={label}>
    <Box className="steps" role="group" label={label}>
      {options.map(({ code, label: name }) => (
        <Chip key={code} label={name} on={code === value} onPress={() => onChange(code)} />
      ))}
    </Box>
  </Field>
)

type Checked = 'items' | 'name' | 'proofNumber'
const idOf = (field: Checked): string => `intake-${field}`

/** What the clerk takes down: four fields for somebody at the counter. */
export function IntakeForm({ fields, onChange, onDone }: Props) {
  const { faults, hold } = useFaults<Checked>(idOf)
  const set = (change: Partial<IntakeFields>) => onChange({ ...fields, ...change })
  const { items, name, proof, proofNumber, phone, address, on, form, way } = fields
  const near = isFaceToFace(fields)
  const done = () => {
    const sound = hold([
      ['items', itemsOf(fields).length > 0, '请写要什么信息，一行一件'],
      ['name', name.trim() !== '', '请写姓名'],
      ['proofNumber', proofNumber.trim() !== '', '请写看过的证件的后四位'],
    ])
    if (sound) onDone()
  }
  return (
    <>
      <Chips
        label="怎么来的"
        options={COUNTER_DOORS}
        value={fields.door}
        onChange={door => set({ door: door as IntakeFields['door'] })}
      />
      {!near && (
        <DateField
          id="intake-on"
          label="哪天到的"
          help="不填就是今天"
          value={on}
          onChange={day => set({ on: day })}
        />
      )}
      <TextField
        id={idOf('items')}
        label="要什么信息"
        required
        multiline
        maxLength={4000}
        help="照申请人的话写，一行一件"
        fault={faults.items}
        value={items}
        onChange={value => set({ items: value })}
      />
      <Ticks onAdd={more => set({ items: [...itemsOf(fields), ...more].join('\n') })} />
      <Box className="line__grid">
        <TextField
          id={idOf('name')}
          label="姓名"
          required
          maxLength={60}
          fault={faults.name}
          value={name}
          onChange={value => set({ name: value })}
        />
        <TextField
          id={idOf('proofNumber')}
          label="证件后四位"
          required
          maxLength={near ? 4 : 40}
          help={near ? `${proof}，只看不扫描` : '照来件写'}
          fault={faults.proofNumber}
          value={proofNumber}
          onChange={value => set({ proofNumber: value })}
        />
        <TextField
          id="intake-phone"
          label="联系电话"
          maxLength={30}
          help="没有电话的不填"
          value={phone}
          onChange={value => set({ phone: value })}
        />
      </Box>
      <Fold label="怎么给" note={howWords(fields)}>
        <Chips
          label="要什么样的"
          options={FORMS}
          value={form}
          onChange={code => set({ form: code as IntakeFields['form'] })}
        />
        <Chips
          label="怎么拿"
          options={ROUTES_HOME}
          value={way}
          onChange={code => set({ way: code as IntakeFields['way'] })}
        />
        <TextField
          id="intake-address"
          label="通信地址"
          help="要邮寄的才写"
          maxLength={200}
          value={address}
          onChange={value => set({ address: value })}
        />
        <TextField
          id="intake-proof"
          label="看过的证件"
          maxLength={20}
          value={proof}
          onChange={value => set({ proof: value })}
        />
      </Fold>
      <Box className="buttons">
        <Button wide label={near ? '转给申请人看' : '核对'} onPress={done} />
      </Box>
    </>
  )
}

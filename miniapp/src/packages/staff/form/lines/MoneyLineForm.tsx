import { DateField } from '../../../../components/form/DateField'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Box } from '../../../../elements/dom'
import { faultAt } from '../../draft/faults'
import type { LineDraft } from '../../draft/types'
import { LineFrame } from './LineFrame'
import type { PartProps } from '../types'
import { VouchersForm } from '../VouchersForm'

const DIRECTIONS = [
  { value: 'income', label: '收入' },
  { value: 'expense', label: '支出' },
] as const
const UNCHOSEN = { value: '', label: '请选择' } as const

interface Props extends PartProps<LineDraft> {
  number: number
  orgCode: string
  onRemove: () => void
}

/**
 * Edits one entry of a money statement: date, direction, purpose, amount, handler, voucher and its pictures.
 */
export function MoneyLineForm({ at, number, orgCode, value, onChange, onRemove, faults, marks }: Props) {
  const text = (name: 'item' | 'amountFen' | 'handler' | 'voucher', label: string) => (
    <TextField
      id={`${at}.${name}`}
      label={label}
      kind={name === 'amountFen' ? 'decimal' : 'text'}
      value={value[name]}
      help={marks.get(`${at}.${name}`)}
      placeholder={name === 'amountFen' && value.lastFen ? `上期 ${value.lastFen}` : undefined}
      fault={faultAt(faults, `${at}.${name}`)}
      onChange={typed => onChange({ ...value, [name]: typed })}
    />
  )
  return (
    <LineFrame title={`第 ${number} 笔`} removeLabel={`删去第 ${number} 笔`} onRemove={onRemove}>
      <Box className="line__grid">
        <DateField
          id={`${at}.date`}
          label="日期"
          value={value.date}
          fault={faultAt(faults, `${at}.date`)}
          onChange={date => onChange({ ...value, date })}
        />
        <SelectField
          id={`${at}.direction`}
          label="收入还是支出"
          value={value.direction}
          options={value.direction ? DIRECTIONS : [UNCHOSEN, ...DIRECTIONS]}
          fault={faultAt(faults, `${at}.direction`)}
          onChange={chosen => onChange({ ...value, direction: chosen as LineDraft['direction'] })}
        />
        {text('amountFen', '金额（元）')}
        {text('item', '收支事项')}
        {text('handler', '经手人')}
        {text('voucher', '凭证号')}
      </Box>
      <VouchersForm
        at={at}
        number={number}
        orgCode={orgCode}
        images={value.images ?? []}
        onChange={images => onChange({ ...value, images })}
      />
    </LineFrame>
  )
}

import { memo } from 'react'
import { DateField } from '../../../../components/form/DateField'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Box } from '../../../../elements/dom'
import { faultAt } from '../../draft/faults'
import type { DraftOf, LineDraft } from '../../draft/types'
import { LineFrame } from './LineFrame'
import { isSameLine, removeAt, replaceAt } from '../lists'
import type { PartProps } from '../types'
import { VouchersForm } from '../VouchersForm'

const DIRECTIONS = [
  { value: 'income', label: '收入' },
  { value: 'expense', label: '支出' },
] as const
const UNCHOSEN = { value: '', label: '请选择' } as const

/** Fields of one line, the pictures counted as one. */
export const MONEY_LINE_FIELDS = 7

interface Props extends Omit<PartProps<DraftOf<'money'>>, 'value' | 'sought'> {
  index: number
  line: LineDraft
  orgCode: string
}

/** Field of a line that can have a mark. */
const amountOf = ({ at, index }: Props) => [`${at}.lines.${index}.amountFen`]

/**
 * Edits one entry of a money statement: date, direction, purpose, amount, handler, voucher and its pictures. Rendered
 * again only when this line changes.
 */
export const MoneyLineForm = memo(function MoneyLineForm({
  at: block,
  index,
  line,
  orgCode,
  onChange,
  faults,
  marks,
}: Props) {
  const number = index + 1
  const at = `${block}.lines.${index}`
  const put = (change: (before: LineDraft) => Partial<LineDraft>) =>
    onChange(before => {
      const old = before.lines[index]!
      return { ...before, lines: replaceAt(before.lines, index, { ...old, ...change(old) }) }
    })
  const text = (name: 'item' | 'amountFen' | 'handler' | 'voucher', label: string) => (
    <TextField
      id={`${at}.${name}`}
      label={label}
      kind={name === 'amountFen' ? 'decimal' : 'text'}
      value={line[name]}
      help={marks.get(`${at}.${name}`)}
      placeholder={name === 'amountFen' && line.lastFen ? `上期 ${line.lastFen}` : undefined}
      fault={faultAt(faults, `${at}.${name}`)}
      onChange={typed => put(() => ({ [name]: typed }))}
    />
  )
  return (
    <LineFrame
      title={`第 ${number} 笔`}
      removeLabel={`删去第 ${number} 笔`}
      onRemove={() => onChange(before => ({ ...before, lines: removeAt(before.lines, index) }))}
    >
      <Box className="line__grid">
        <DateField
          id={`${at}.date`}
          label="日期"
          value={line.date}
          fault={faultAt(faults, `${at}.date`)}
          onChange={date => put(() => ({ date }))}
        />
        <SelectField
          id={`${at}.direction`}
          label="收入还是支出"
          value={line.direction}
          options={line.direction ? DIRECTIONS : [UNCHOSEN, ...DIRECTIONS]}
          fault={faultAt(faults, `${at}.direction`)}
          onChange={chosen => put(() => ({ direction: chosen as LineDraft['direction'] }))}
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
        images={line.images ?? []}
        onChange={change => put(({ images = [] }) => ({ images: [...change(images)] }))}
      />
    </LineFrame>
  )
}, isSameLine(amountOf))

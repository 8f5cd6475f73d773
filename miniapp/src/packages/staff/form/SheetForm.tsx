import { memo } from 'react'
import {
  type RegisterForm,
  type SheetColumn,
  type StatementForm,
  sheetForm,
} from '@shared/facts/disclosure/sheets'
import { DateField } from '../../../components/form/DateField'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { faultAt } from '../draft/faults'
import { computedTotal, emptySheetRow } from '../draft/sheets'
import type { DraftOf, SheetRowDraft } from '../draft/types'
import { LineFrame } from './lines/LineFrame'
import { Lines } from './lines/Lines'
import { isSameLine, removeAt, replaceAt } from './lists'
import { GridEditor } from '../grid/GridEditor'
import type { PartProps, TablePartProps } from './types'

type Sheet = DraftOf<'sheet'>

interface CellProps extends Omit<PartProps<Sheet>, 'at' | 'value' | 'sought'> {
  id: string
  index: number
  row: SheetRowDraft
  column: Pick<SheetColumn, 'field' | 'header' | 'kind' | 'required'>
  /** Value computed from the other figures of the row. */
  help?: string
}

/** Shows one field of a row, by column type. */
function Cell({ id, index, row, column, onChange, faults, marks, help }: CellProps) {
  const { field, header, kind, required } = column
  const shared = {
    id,
    label: header,
    required,
    value: row.values[field] ?? '',
    fault: faultAt(faults, id),
    onChange: (typed: string) =>
      onChange(before => {
        const old = before.rows[index]!
        const next = { ...old, values: { ...old.values, [field]: typed } }
        return { ...before, rows: replaceAt(before.rows, index, next) }
      }),
  }
  if (kind === 'date') return <DateField {...shared} />
  const said = [help, marks.get(id)].filter(Boolean).join('；')
  const isFigure = kind === 'yuan' || kind === 'area'
  return <TextField {...shared} kind={isFigure ? 'decimal' : 'text'} help={said || undefined} />
}

const rowTitle = ({ key, row }: RegisterForm, { values }: SheetRowDraft, index: number): string =>
  `第 ${index + 1} ${row} ${values[key[0]!] ?? ''}`.trim()

interface RowProps extends Omit<PartProps<Sheet>, 'value' | 'sought'> {
  form: RegisterForm
  index: number
  row: SheetRowDraft
}

/** Fields of a row that can have a mark. */
const amountsOf = ({ at, index, form }: RowProps) =>
  form.columns.map(({ field }) => `${at}.rows.${index}.${field}`)

/** Edits one row of a register, with its computed total; rendered again only when this row changes. */
const RegisterRow = memo(function RegisterRow({ form, at, index, row, onChange, ...known }: RowProps) {
  const total = computedTotal(form, row)
  const title = rowTitle(form, row, index)
  return (
    <LineFrame
      title={title}
      removeLabel={`删去${title}`}
      onRemove={() => onChange(before => ({ ...before, rows: removeAt(before.rows, index) }))}
    >
      <Box className="line__grid">
        {form.columns.map(column => (
          <Cell
            key={column.field}
            {...known}
            id={`${at}.rows.${index}.${column.field}`}
            index={index}
            row={row}
            column={column}
            help={total !== null && column.field === form.rule?.total ? `按其他几格算是 ${total} 元` : undefined} // prettier-ignore
            onChange={onChange}
          />
        ))}
      </Box>
    </LineFrame>
  )
}, isSameLine(amountsOf))

/** Edits a register 台账: the rows carried over from last time. */
function Register({
  form,
  at,
  value,
  onChange,
  sought,
  ...known
}: PartProps<Sheet> & { form: RegisterForm }) {
  const { rows } = value
  return (
    <Lines
      at={`${at}.rows`}
      count={rows.length}
      fields={form.columns.length}
      faults={known.faults}
      sought={sought}
      addLabel={`加一${form.row}`}
      onAdd={() => onChange(before => ({ ...before, rows: [...before.rows, emptySheetRow(form)] }))}
      line={index => (
        <RegisterRow
          key={index}
          {...known}
          form={form}
          at={at}
          index={index}
          row={rows[index]!}
          onChange={onChange}
        />
      )}
    />
  )
}

/** Edits a statement 报表 with every line of the standard; sums may stay empty. */
function Statement({
  form,
  at,
  value,
  onChange,
  sought,
  ...known
}: PartProps<Sheet> & { form: StatementForm }) {
  const columns = form.columns.filter(({ kind }) => kind === 'yuan')
  return (
    <Lines
      at={`${at}.rows`}
      count={value.rows.length}
      fields={columns.length}
      faults={known.faults}
      sought={sought}
      line={index => {
        const line = form.lines[index]!
        return (
          <Box key={line.code} className="line__grid">
            {columns.map(column => (
              <Cell
                key={column.field}
                {...known}
                id={`${at}.rows.${index}.${column.field}`}
                index={index}
                row={value.rows[index]!}
                column={{ ...column, required: false, header: `${line.name} ${column.header}` }}
                help={line.plus ? '空着会自动加' : undefined}
                onChange={onChange}
              />
            ))}
          </Box>
        )
      }}
    />
  )
}

/** Edits a register 台账 or a statement 报表. */
export function SheetForm({ grid, ...props }: TablePartProps<Sheet>) {
  const form = sheetForm(props.value.sheet)
  if (grid) return <GridEditor {...grid} />
  return form.kind === 'register' ? <Register {...props} form={form} /> : <Statement {...props} form={form} />
}

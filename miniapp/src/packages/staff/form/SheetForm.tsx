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
import { removeAt, replaceAt } from './lists'
import { GridEditor } from '../grid/GridEditor'
import type { PartProps, TablePartProps } from './types'

type Sheet = DraftOf<'sheet'>

interface CellProps extends Omit<PartProps<SheetRowDraft>, 'at'> {
  id: string
  column: Pick<SheetColumn, 'field' | 'header' | 'kind' | 'required'>
  /** Value computed from the other figures of the row. */
  help?: string
}

/** Shows one field of a row, by column type. */
function Cell({ id, column, value, onChange, faults, marks, help }: CellProps) {
  const { field, header, kind, required } = column
  const shared = {
    id,
    label: header,
    required,
    value: value.values[field] ?? '',
    fault: faultAt(faults, id),
    onChange: (typed: string) => onChange({ ...value, values: { ...value.values, [field]: typed } }),
  }
  if (kind === 'date') return <DateField {...shared} />
  const said = [help, marks.get(id)].filter(Boolean).join('；')
  const isFigure = kind === 'yuan' || kind === 'area'
  return <TextField {...shared} kind={isFigure ? 'decimal' : 'text'} help={said || undefined} />
}

const rowTitle = ({ key, row }: RegisterForm, { values }: SheetRowDraft, index: number): string =>
  `第 ${index + 1} ${row} ${values[key[0]!] ?? ''}`.trim()

/** Edits a register 台账: the rows carried over from last time, each with its computed total. */
function Register({ form, at, value, onChange, ...rest }: PartProps<Sheet> & { form: RegisterForm }) {
  const { rows } = value
  const put = (next: Sheet['rows']) => onChange({ ...value, rows: next })
  return (
    <Lines
      at={`${at}.rows`}
      count={rows.length}
      faults={rest.faults}
      addLabel={`加一${form.row}`}
      onAdd={() => put([...rows, emptySheetRow(form)])}
      line={index => {
        const row = rows[index]!
        const total = computedTotal(form, row)
        return (
          <LineFrame
            key={index}
            title={rowTitle(form, row, index)}
            removeLabel={`删去${rowTitle(form, row, index)}`}
            onRemove={() => put(removeAt(rows, index))}
          >
            <Box className="line__grid">
              {form.columns.map(column => (
                <Cell
                  key={column.field}
                  {...rest}
                  id={`${at}.rows.${index}.${column.field}`}
                  column={column}
                  value={row}
                  help={total !== null && column.field === form.rule?.total ? `按其他几格算是 ${total} 元` : undefined} // prettier-ignore
                  onChange={next => put(replaceAt(rows, index, next))}
                />
              ))}
            </Box>
          </LineFrame>
        )
      }}
    />
  )
}

/** Edits a statement 报表 with every line of the standard; sums may stay empty. */
function Statement({ form, at, value, onChange, ...rest }: PartProps<Sheet> & { form: StatementForm }) {
  const columns = form.columns.filter(({ kind }) => kind === 'yuan')
  return (
    <Lines
      at={`${at}.rows`}
      count={value.rows.length}
      faults={rest.faults}
      line={index => {
        const line = form.lines[index]!
        return (
          <Box key={line.code} className="line__grid">
            {columns.map(column => (
              <Cell
                key={column.field}
                {...rest}
                id={`${at}.rows.${index}.${column.field}`}
                column={{ ...column, required: false, header: `${line.name} ${column.header}` }}
                value={value.rows[index]!}
                help={line.plus ? '空着会自动加' : undefined}
                onChange={next => onChange({ ...value, rows: replaceAt(value.rows, index, next) })}
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

import { memo } from 'react'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { faultAt } from '../draft/faults'
import { parseCount, parseYuan } from '@shared/figures/parse'
import { yuan } from '@shared/common/money'
import { emptyRecipient } from '../draft/toDraft'
import type { DraftOf, RecipientDraft } from '../draft/types'
import { LineFrame } from './lines/LineFrame'
import { Lines } from './lines/Lines'
import { isSameLine, perRow, removeAt, replaceAt } from './lists'
import { GridEditor } from '../grid/GridEditor'
import type { PartProps, TablePartProps } from './types'

type Recipients = DraftOf<'recipients'>

const FIELDS: readonly {
  name: Exclude<keyof RecipientDraft, 'sourceRow'>
  label: string
  kind: 'text' | 'decimal' | 'integer'
}[] = [
  { name: 'name', label: '姓名（只写姓加 *）', kind: 'text' },
  { name: 'group', label: '村民小组', kind: 'text' },
  { name: 'scheme', label: '补贴项目', kind: 'text' },
  { name: 'standard', label: '标准', kind: 'text' },
  { name: 'persons', label: '人数', kind: 'integer' },
  { name: 'amountFen', label: '金额（元）', kind: 'decimal' },
]

/** Starts a new row with the scheme and standard of the previous one, since most lists have one of each. */
function nextRow(rows: readonly RecipientDraft[]): RecipientDraft {
  const last = rows[rows.length - 1]
  return { ...emptyRecipient(), scheme: last?.scheme ?? '', standard: last?.standard ?? '' }
}

const personsOf = perRow(({ persons }: RecipientDraft) => parseCount(persons) ?? 0)
const fenOf = perRow(({ amountFen }: RecipientDraft) => parseYuan(amountFen) ?? 0)
const sum = (rows: readonly RecipientDraft[], of: (row: RecipientDraft) => number) =>
  rows.reduce((total, row) => total + of(row), 0)

interface RowProps extends Omit<PartProps<Recipients>, 'value' | 'sought'> {
  index: number
  row: RecipientDraft
}

/** Field of a row that can have a mark. */
const amountOf = ({ at, index }: RowProps) => [`${at}.rows.${index}.amountFen`]

/** Edits one row; rendered again only when this row changes. */
const RecipientRow = memo(function RecipientRow({ at, index, row, faults, marks, onChange }: RowProps) {
  const put = (name: (typeof FIELDS)[number]['name'], typed: string) =>
    onChange(before => ({
      ...before,
      rows: replaceAt(before.rows, index, { ...before.rows[index]!, [name]: typed }),
    }))
  return (
    <LineFrame
      title={`第 ${index + 1} 行`}
      removeLabel={`删去第 ${index + 1} 行`}
      onRemove={() => onChange(before => ({ ...before, rows: removeAt(before.rows, index) }))}
    >
      <Box className="line__grid">
        {FIELDS.map(({ name, label, kind }) => {
          const field = `${at}.rows.${index}.${name}`
          return (
            <TextField
              key={name}
              id={field}
              label={label}
              kind={kind}
              value={row[name]}
              help={marks.get(field)}
              fault={faultAt(faults, field)}
              onChange={typed => put(name, typed)}
            />
          )
        })}
      </Box>
    </LineFrame>
  )
}, isSameLine(amountOf))

/** Edits a recipient table 发放明细; offers the computed totals, which the author has to confirm. */
export function RecipientsForm({
  at,
  value,
  onChange,
  faults,
  marks,
  sought,
  grid,
}: TablePartProps<Recipients>) {
  const change = (part: Partial<Recipients>) => onChange(before => ({ ...before, ...part }))
  const mark = marks.get(`${at}.totalFen`)
  const persons = String(sum(value.rows, personsOf))
  const fen = yuan(sum(value.rows, fenOf))
  return (
    <>
      {grid ? (
        <GridEditor {...grid} />
      ) : (
        <Lines
          at={`${at}.rows`}
          count={value.rows.length}
          fields={FIELDS.length}
          faults={faults}
          sought={sought}
          addLabel="加一行"
          onAdd={() => onChange(before => ({ ...before, rows: [...before.rows, nextRow(before.rows)] }))}
          line={index => (
            <RecipientRow
              key={index}
              at={at}
              index={index}
              row={value.rows[index]!}
              faults={faults}
              marks={marks}
              onChange={onChange}
            />
          )}
        />
      )}
      <Box className="line__grid">
        <TextField
          id={`${at}.totalPersons`}
          label="合计人数"
          kind="integer"
          value={value.totalPersons}
          help={`各行加起来是 ${persons} 人`}
          fault={faultAt(faults, `${at}.totalPersons`)}
          onChange={totalPersons => change({ totalPersons })}
        />
        <TextField
          id={`${at}.totalFen`}
          label="合计金额（元）"
          kind="decimal"
          value={value.totalFen}
          help={[`各行加起来是 ${fen} 元`, ...(mark ? [mark] : [])].join('；')}
          fault={faultAt(faults, `${at}.totalFen`)}
          onChange={totalFen => change({ totalFen })}
        />
      </Box>
      <Box className="buttons">
        <Button
          look="plain"
          label={`填入 ${persons} 人、${fen} 元`}
          onPress={() => change({ totalPersons: persons, totalFen: fen })}
        />
      </Box>
    </>
  )
}

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
import { removeAt, replaceAt } from './lists'
import { GridEditor } from '../grid/GridEditor'
import type { TablePartProps } from './types'

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

/** Edits a recipient table 发放明细; offers the computed totals, which the author has to confirm. */
export function RecipientsForm({ at, value, onChange, faults, marks, grid }: TablePartProps<Recipients>) {
  const change = (part: Partial<Recipients>) => onChange({ ...value, ...part })
  const mark = marks.get(`${at}.totalFen`)
  const persons = String(value.rows.reduce((sum, row) => sum + (parseCount(row.persons) ?? 0), 0))
  const fen = yuan(value.rows.reduce((sum, row) => sum + (parseYuan(row.amountFen) ?? 0), 0))
  return (
    <>
      {grid ? (
        <GridEditor {...grid} />
      ) : (
        <Lines
          at={`${at}.rows`}
          count={value.rows.length}
          faults={faults}
          addLabel="加一行"
          onAdd={() => change({ rows: [...value.rows, nextRow(value.rows)] })}
          line={index => (
            <LineFrame
              key={index}
              title={`第 ${index + 1} 行`}
              removeLabel={`删去第 ${index + 1} 行`}
              onRemove={() => change({ rows: removeAt(value.rows, index) })}
            >
              <Box className="line__grid">
                {FIELDS.map(({ name, label, kind }) => (
                  <TextField
                    key={name}
                    id={`${at}.rows.${index}.${name}`}
                    label={label}
                    kind={kind}
                    value={value.rows[index]![name]}
                    help={marks.get(`${at}.rows.${index}.${name}`)}
                    fault={faultAt(faults, `${at}.rows.${index}.${name}`)}
                    onChange={typed =>
                      change({ rows: replaceAt(value.rows, index, { ...value.rows[index]!, [name]: typed }) })
                    }
                  />
                ))}
              </Box>
            </LineFrame>
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

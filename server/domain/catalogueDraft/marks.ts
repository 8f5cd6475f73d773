import type { CatalogueRow, ParseWarning } from '@shared/contract/catalogues/catalogue'
import type { CellField, CellMark, DraftColumns } from '@shared/contract/catalogues/catalogueDraft'
import { columnsOf } from '../catalogue/columns'
import { CELL_FIELDS, isOpen } from './fields'

export type Marks = Record<CellField, CellMark>

/** A row of a catalogue draft 目录草稿 before it is stored. */
export interface ReadDraftRow {
  sheet: string | null
  sourceRow: number
  columns: DraftColumns
  marks: Marks
}

export const NO_AREA = '看不出这一行属于哪个领域，请写明'
const NO_NAME = '没有读到公开事项的名称，请补上'
const TOO_DEEP = '公开事项超过 4 级，请改成 4 级以内'

/** Returns the fault that must be fixed before acceptance, because there is no item without it. */
export function mustBeFixed(field: CellField, { area, path }: DraftColumns): string | null {
  if (field === 'area') return area === null ? NO_AREA : null
  if (field !== 'path') return null
  if (path.length === 0) return NO_NAME
  return path.length > 4 ? TOO_DEEP : null
}

/** Returns the cell of 公开依据 with the suggested document numbers; null if none is damaged. */
function basisSuggestion({ basis }: DraftColumns): string | null {
  if (basis.every(({ suggestion }) => suggestion === undefined)) return null
  return basis
    .map(({ text, title, suggestion }) => {
      if (suggestion === undefined) return text
      return title === undefined ? suggestion : `《${title}》（${suggestion}）`
    })
    .join('\n')
}

const columnsOfRow = (row: CatalogueRow, area: string | null): DraftColumns => ({
  area,
  ...columnsOf(row),
})

function reasonsOf(
  field: CellField,
  row: CatalogueRow,
  columns: DraftColumns,
  warnings: readonly ParseWarning[],
) {
  const must = mustBeFixed(field, columns)
  return [
    ...(must === null ? [] : [must]),
    ...row.uncertain.filter(entry => entry.field === field).map(({ reason }) => reason),
    ...warnings.filter(warning => warning.field === field).map(({ message }) => message),
  ]
}

/** Creates a draft row, cell by cell: doubts and warnings leave a cell open. `warnings` are those of this row. */
export function draftRowOf(
  row: CatalogueRow,
  area: string | null,
  warnings: readonly ParseWarning[],
): ReadDraftRow {
  const columns = columnsOfRow(row, area)
  const mark = (field: CellField): CellMark => {
    const reasons = [...new Set(reasonsOf(field, row, columns, warnings))]
    const inherited = row.inherited.includes(field)
    return {
      state: reasons.length > 0 ? 'uncertain' : inherited ? 'inherited' : 'read',
      reasons,
      source: row.sources?.[field] ?? null,
      suggestion: field === 'basis' ? basisSuggestion(columns) : null,
    }
  }
  const marks = Object.fromEntries(CELL_FIELDS.map(field => [field, mark(field)])) as Marks
  return { sheet: row.sheet ?? null, sourceRow: row.row, columns, marks }
}

/** Returns the open fields of a row. */
export const openFields = (marks: Marks): CellField[] =>
  CELL_FIELDS.filter(field => isOpen(marks[field].state))

const BY_HAND: CellMark = { state: 'fixed', reasons: [], source: null, suggestion: null }

/** Returns the marks of a row entered by a person. */
export const marksByHand = (columns: DraftColumns): Marks =>
  Object.fromEntries(
    CELL_FIELDS.map(field => {
      const must = mustBeFixed(field, columns)
      return [field, must === null ? BY_HAND : { ...BY_HAND, state: 'uncertain', reasons: [must] }]
    }),
  ) as Marks

import type { CatalogueRow, Uncertainty } from '@shared/contract/catalogues/catalogue'
import type { Column } from '../header/roles'
import { foreignDoubts } from '../quality'
import { buildRow } from '../rows/build'
import { type Carried, carryBlanks, losesMerge, nothingCarried, remember, resolveDitto } from '../rows/carry'
import {
  missingColumns,
  STANDARD_FIELDS,
  sharedDoubts,
  unknownDoubts,
  unnumberedDoubts,
} from '../rows/missing'
import { type FieldName, type SourceCell, fieldOf } from '../rows/source'
import { joinLayout } from '../text'
import type { AtomText } from './atoms'
import { type Placed, type PlacedRow, placeRow } from './place'
import { holdsTwoRows } from './doubleRows'
import type { LinearRow } from './rows'
import type { Section } from './sections'

const UNPROVED = '文本里看不出单元格的边界，按字词判断归列，请核对'
const CARRIED = '这一行没有写，可能是合并单元格，已按上一行填写，请核对'
const LOST_TICKS = '勾选的位置已丢失，看不出勾的是哪一栏'
const LIKELY_TICKS = '勾选格数与表头不完全一致，按顺序对应，请核对'

const CARRIED_FIELDS: readonly (FieldName | null)[] = ['deadline', 'subjects', 'channels']

function cellOf(placed: Placed, carried: Carried, isLead: boolean): SourceCell {
  const { column, text, proved, missing } = placed
  const field = fieldOf(column)
  const above = carried.above?.get(column.index) ?? ''
  const base = { column, key: String(column.index) }
  if (missing && joinLayout(above) !== '' && (isLead || CARRIED_FIELDS.includes(field))) {
    return { ...base, text: above, inherited: true, doubt: CARRIED }
  }
  return { ...base, text, inherited: false, ...(!proved && { doubt: UNPROVED }) }
}

/** Checks whether a missing first level may be taken from the row above: only if a lower level exists. */
function isLead(placed: Placed, cells: readonly Placed[]): boolean {
  const path = cells.filter(({ column }) => column.role.kind === 'path' || column.role.kind === 'class')
  const at = path.indexOf(placed)
  return at >= 0 && path.slice(at + 1).some(({ missing }) => !missing)
}

const tickFields = (columns: readonly Column[]): FieldName[] => [
  ...new Set(
    columns
      .filter(
        ({ role }) =>
          role.kind.endsWith('-tick') ||
          role.kind === 'channel' ||
          ['levels', 'audience', 'mode'].includes(role.kind),
      )
      .flatMap(column => fieldOf(column) ?? []),
  ),
]

function tickDoubts(ticks: PlacedRow['ticks'], columns: readonly Column[]): Uncertainty[] {
  if (ticks === 'proved' || ticks === 'none') return []
  const reason = ticks === 'lost' ? LOST_TICKS : LIKELY_TICKS
  return tickFields(columns).map(field => ({ field, reason }))
}

/** Returns doubts for fields whose position is unproved, even when they are empty. */
const emptyDoubts = (cells: readonly Placed[]): Uncertainty[] =>
  cells.flatMap(({ column, proved, text }) => {
    const field = fieldOf(column)
    return !proved && field !== null && field !== 'area' && joinLayout(text) === ''
      ? [{ field, reason: UNPROVED }]
      : []
  })

/** Fills preserved blank cells: in a file with lost merges they repeat the cell above. */
function fillBlanks(cells: SourceCell[], { layout, mergesLost }: TextState, carried: Carried): SourceCell[] {
  if (layout !== 'rows' && layout !== 'stream') return cells
  return carryBlanks(cells, carried, { keepsMerges: false, mergesLost })
}

/** The text with properties derived from all its rows. */
export interface TextState extends AtomText {
  mergesLost: boolean
  /** Cells ran together and were separated by their words. */
  glued: boolean
}

export function showsLostMerges(rows: readonly LinearRow[], section: Section, { layout }: AtomText): boolean {
  if (layout !== 'rows' && layout !== 'stream') return false
  return rows.some(({ atoms }) => {
    const { cells } = placeRow(atoms, section.columns, layout, false)
    const kept = cells.filter(({ missing }) => !missing)
    return losesMerge(kept.map(cell => cellOf(cell, nothingCarried(), false)))
  })
}

/** Reads one row of a text: assigns its atoms to the columns and doubts every unproved position. */
export function readRow(row: LinearRow, section: Section, text: TextState, carried: Carried): CatalogueRow {
  const isFirst = carried.above === undefined
  const { cells: placed, ticks } = placeRow(row.atoms, section.columns, text.layout, isFirst)
  const number = section.columns.find(({ role }) => role.kind === 'no')
  const ditto = placed.map(cell => resolveDitto(cellOf(cell, carried, isLead(cell, placed)), carried))
  const cells = fillBlanks(ditto, text, carried)
  const numbered: SourceCell[] = number
    ? [{ column: number, text: row.number ?? '', inherited: false, key: 'no' }, ...cells]
    : cells
  remember(carried, numbered)
  const breaks = text.layout === 'lines' || text.layout === 'blanks' ? 'layout' : 'written'
  const built = buildRow({ row: row.line, cells: numbered, breaks })
  const twoRows = holdsTwoRows(row, section.columns) ? TWO_ROWS : []
  const extra = [
    ...(row.numberLost ? [NUMBER_LOST] : unnumberedDoubts(numbered, carried)),
    ...twoRows,
    ...emptyDoubts(placed),
    ...tickDoubts(ticks, section.columns),
    ...wholeDoubts(section, text),
  ]
  return {
    ...built,
    uncertain: [...built.uncertain, ...extra.filter(isNew(built.uncertain)), ...foreignDoubts(built)],
  }
}

const UNKNOWN_WITHOUT_HEADER: readonly FieldName[] = ['audience', 'mode', 'levels']
/** Returns doubts for columns that may have been overlooked because header words are not separated. */
const looseDoubts = (columns: readonly Column[]): Uncertainty[] => {
  const unnumbered: FieldName[] = columns.some(({ role }) => role.kind === 'no') ? [] : ['displayNo']
  return [...unnumbered, ...missingColumns(columns)].map(field => ({ field, reason: '表头里没有认出这一栏' }))
}

const NUMBER_LOST: Uncertainty = { field: 'displayNo', reason: '这一行的序号可能丢失了' }

const TWO_ROWS = STANDARD_FIELDS.map(field => ({
  field,
  reason: '这里像是两行连在了一起，分不清界线，请对照原文核对',
}))

/** Returns doubts that apply to every row: no header, or cells that ran together. */
function wholeDoubts(section: Section, { glued, layout }: TextState): Uncertainty[] {
  if (glued) {
    return STANDARD_FIELDS.map(field => ({ field, reason: '文字连在一起，单元格是按字词切开的，请核对' }))
  }
  if (section.hasHeader && (layout === 'lines' || layout === 'blanks')) return looseDoubts(section.columns)
  if (section.hasHeader) return [...unknownDoubts(section.columns), ...sharedDoubts(section.columns)]
  return UNKNOWN_WITHOUT_HEADER.map(field => ({ field, reason: '文本里没有表头，看不出这一项' }))
}

const isNew =
  (known: readonly Uncertainty[]) =>
  ({ field }: Uncertainty): boolean =>
    !known.some(entry => entry.field === field)

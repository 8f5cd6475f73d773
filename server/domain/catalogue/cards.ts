import type { CatalogueRow } from '@shared/contract/catalogues/catalogue'
import { areaOfTitle } from './rows/areas'
import { type Grid, type GridCell, type GridRow, ownCells } from './grid'
import { classifyWords } from './header/classify'
import type { RoleKind } from './header/roles'
import { isLabel } from './linear/labels'
import { labelledRow, NO_HEADS } from './linear/plain'
import type { LabelledRecord } from './linear/records'
import { nothingCarried } from './rows/carry'
import type { SourceCell } from './rows/source'
import { titleOf } from './rows/titles'
import { joinLayout } from './text'

/** A table of cards: one item per table, each label next to its value. */
export interface Cards {
  title: string | null
  area: string | undefined
  rows: CatalogueRow[]
}

interface Pair {
  row: number
  label: string
  value: string
}

const isFilled = ({ text }: GridCell): boolean => joinLayout(text) !== ''

/** Returns the label-value pairs of a row; undefined for any other layout. */
function pairsOfRow(row: GridRow, index: number): Pair[] | undefined {
  const cells = ownCells(row, index)
  const pairs: Pair[] = []
  for (let at = 0; at < cells.length; at += 2) {
    const label = joinLayout(cells[at]?.text ?? '')
    const value = cells[at + 1]?.text ?? ''
    if (label === '' && joinLayout(value) === '') continue
    if (!isLabel(label) || isLabel(value)) return undefined
    pairs.push({ row: row.number, label, value })
  }
  return pairs.length > 0 ? pairs : undefined
}

const kindOf = (label: string): RoleKind => classifyWords(label).role.kind

/** Checks for a card: at least an item and two more fields, each with its value. */
const isCard = (pairs: readonly Pair[]): boolean => {
  const kinds = new Set(pairs.map(({ label }) => kindOf(label)))
  return kinds.size >= 3 && kinds.has('path') && new Set(pairs.map(({ row }) => row)).size >= 3
}

function recordsOf(pairs: readonly Pair[]): Pair[][] {
  const records: Pair[][] = []
  for (const pair of pairs) {
    const current = records.at(-1)
    if (!current || current.some(({ label }) => label === pair.label)) records.push([pair])
    else current.push(pair)
  }
  return records
}

const recordOf = (pairs: readonly Pair[]): LabelledRecord => ({
  line: pairs[0]?.row ?? 1,
  headings: [],
  cells: pairs.map(({ label, value }, index): SourceCell => ({
    column: { index, role: classifyWords(label).role, header: [label] },
    text: value,
    inherited: false,
    key: label,
  })),
})

/** Reads a table of cards; undefined for any other layout. */
export function readCards(grid: Grid): Cards | undefined {
  const filled = grid.rows.flatMap((row, index) =>
    ownCells(row, index).some(isFilled) ? [{ row, index, pairs: pairsOfRow(row, index) }] : [],
  )
  const lines = filled.flatMap(({ row, index, pairs }) =>
    pairs ? [] : [ownCells(row, index).filter(isFilled)],
  )
  const pairs = filled.flatMap(row => row.pairs ?? [])
  if (!isCard(pairs) || lines.some(cells => cells.length > 1)) return undefined
  const title = titleOf([...grid.above, ...lines.map(([cell]) => joinLayout(cell?.text ?? ''))])
  const carried = nothingCarried()
  const rows = recordsOf(pairs).map(record => ({
    ...labelledRow(recordOf(record), NO_HEADS, carried),
    ...(grid.name !== undefined && { sheet: grid.name }),
  }))
  return { title, area: title === null ? undefined : areaOfTitle(title), rows }
}

import type { CatalogueRow, Uncertainty } from '@shared/contract/catalogues/catalogue'
import type { RoleKind } from '../header/roles'
import { joinLayout } from '../text'
import { type SourceCell, fieldOf } from './source'

/** The last item read: later rows of the table may continue it. */
export interface LastItem {
  row: CatalogueRow
  /** Its cells as they were read, ditto marks and blanks resolved. */
  cells: SourceCell[]
  /** Texts of the last source row, by column. */
  texts: ReadonlyMap<number, string>
  /** List columns that later rows have continued. */
  continued: RoleKind[]
}

/** Relation of a source row to the item above it. */
export type Extent =
  { kind: 'new' } | { kind: 'continues'; added: SourceCell[]; doubt?: string } | { kind: 'unclear' }

/** Columns whose cell is a list and may have one row for each entry. */
const LIST_KINDS: readonly RoleKind[] = ['elements', 'basis', 'channels']
const NAME_KINDS: readonly RoleKind[] = ['path', 'class']

const NEW: Extent = { kind: 'new' }
const isBlank = ({ text }: SourceCell): boolean => joinLayout(text) === ''
const isList = ({ column }: SourceCell): boolean => LIST_KINDS.includes(column.role.kind)
const isName = ({ column }: SourceCell): boolean => NAME_KINDS.includes(column.role.kind)
const isNumber = ({ column }: SourceCell): boolean => column.role.kind === 'no'
const isField = ({ column }: SourceCell): boolean => fieldOf(column) !== null
const starts = (cell: SourceCell): boolean =>
  isName(cell) || isNumber(cell) || cell.column.role.kind === 'area'

export const textsByColumn = (cells: readonly SourceCell[]): ReadonlyMap<number, string> =>
  new Map(cells.map(({ column, text }) => [column.index, joinLayout(text)]))

const SEVERAL = '几栏都分了行书写，可能是一项，也可能是几项，请核对'
const UNNAMED = '这一行没有序号和下一级名称，已接在上一项后面，请核对'
const UNCLEAR = '同一个序号、同一个名称下又有一行，几栏内容都不同，可能是一项，也可能是几项，请核对'

/** Checks whether merged cells carry the item above into this row: its number, else its last name. */
function isCovered(cells: readonly SourceCell[]): boolean {
  const number = cells.find(cell => isNumber(cell) && !isBlank(cell))
  const name = number ?? cells.findLast(cell => isName(cell) && !isBlank(cell))
  return name?.inherited ?? false
}

/** Checks whether the covering name is the last name of the item, not only a level above it. */
function coversLastName(cells: readonly SourceCell[], last: LastItem): boolean {
  if (cells.some(cell => isNumber(cell) && !isBlank(cell))) return true
  const depth = (all: readonly SourceCell[]): number =>
    all.filter(cell => isName(cell) && !isBlank(cell)).length
  return depth(cells) >= depth(last.cells)
}

/** Checks for a row that repeats the item above, as a sheet saved with its merged cells filled. */
function repeatsItem(cells: readonly SourceCell[], last: LastItem): boolean {
  const same = ({ column, text }: SourceCell): boolean => last.texts.get(column.index) === joinLayout(text)
  const number = cells.find(isNumber)
  return number !== undefined && !isBlank(number) && cells.filter(starts).every(same)
}

function extentOfRepeat(cells: readonly SourceCell[], last: LastItem): Extent {
  const added = cells.filter(
    cell => isField(cell) && !isBlank(cell) && last.texts.get(cell.column.index) !== joinLayout(cell.text),
  )
  if (added.length === 0) return NEW
  return added.every(isList) ? continues(added, last) : { kind: 'unclear' }
}

function continues(added: SourceCell[], last: LastItem, doubt?: string): Extent {
  const kinds = new Set([...last.continued, ...added.map(({ column }) => column.role.kind)])
  const reason = kinds.size > 1 ? SEVERAL : doubt
  return { kind: 'continues', added, ...(reason !== undefined && { doubt: reason }) }
}

/**
 * Returns whether a row begins an item or continues the one above. The extent of an item is that of its number, else of
 * its last name: a row within it that adds only to list columns continues the item; one that also has a value of its own
 * in another column is for a person to decide.
 */
export function extentOf(cells: readonly SourceCell[], last: LastItem | undefined): Extent {
  if (!last) return NEW
  if (repeatsItem(cells, last)) return extentOfRepeat(cells, last)
  const own = cells.filter(cell => !cell.inherited && !isBlank(cell) && isField(cell))
  if (!own.some(isList) || own.some(starts)) return NEW
  return isCovered(cells) && coversLastName(cells, last)
    ? extentWithin(own, last)
    : extentBelow(cells, own, last)
}

const extentWithin = (own: SourceCell[], last: LastItem): Extent =>
  own.every(isList) ? continues(own, last) : { kind: 'unclear' }

/** Returns the extent of a row outside the merged names: it continues the item if it has nothing else. */
const extentBelow = (cells: readonly SourceCell[], own: SourceCell[], last: LastItem): Extent =>
  own.every(isList) && hasNothingElse(cells)
    ? continues(own, last, isCovered(cells) ? UNNAMED : undefined)
    : NEW

/** Checks that a row has nothing but its list entries and merged names. */
const hasNothingElse = (cells: readonly SourceCell[]): boolean =>
  cells.every(cell => isBlank(cell) || isList(cell) || isName(cell) || !isField(cell))

/** Returns the cells of an item with the entries that a later row adds. */
export const extended = (cells: readonly SourceCell[], added: readonly SourceCell[]): SourceCell[] =>
  cells.map(cell => {
    const more = added.find(({ column }) => column.index === cell.column.index)
    if (!more) return cell
    return { ...cell, text: isBlank(cell) ? more.text : `${cell.text}\n${more.text}` }
  })

const doubtsFor = (fields: readonly (string | null)[], reason: string): Uncertainty[] =>
  [...new Set(fields)].flatMap(field => (field === null ? [] : [{ field, reason }]))

/** Returns the doubts of an item that several columns, or an unnamed row, continue. */
export const continuedDoubts = (kinds: readonly RoleKind[], doubt: string | undefined): Uncertainty[] =>
  doubt === undefined ? [] : doubtsFor(['path', ...kinds], doubt)

/** Returns the doubts of two rows that may be one item. */
export const unclearDoubts = (cells: readonly SourceCell[]): Uncertainty[] =>
  doubtsFor(
    [
      'displayNo',
      'path',
      ...cells.filter(cell => !cell.inherited && !isBlank(cell)).map(({ column }) => fieldOf(column)),
    ],
    UNCLEAR,
  )

import { fold, joinLayout } from '../text'
import { type FieldName, type SourceCell, FIELD_NAMES, fieldOf } from './source'

const DITTO =
  /^\(?(?:同上|同前|上同|同左|同上一?[行项条]|同上(?:述)?内容|同上所述|〃|″|"|々|〞|”|“)\)?[。.]?$/
const DITTO_NUMBER = /^\(?同(?:第|序号)?(\d+(?:\.\d+)*)(?:项|条|号|行)?\)?$/
const FOREIGN_DITTO = /^\(?(?:same|merged|ditto|idem)\b.*$/i

/** Checks whether a cell is a ditto mark. */
export const isDitto = (text: string): boolean => DITTO.test(fold(text)) || DITTO_NUMBER.test(fold(text))

/** The last text of each column by its index, with ditto marks resolved. */
type RowTexts = ReadonlyMap<number, string>

/** Values that later rows of the same area may inherit. */
export interface Carried {
  above: RowTexts | undefined
  byNumber: Map<string, RowTexts>
}

export const nothingCarried = (): Carried => ({ above: undefined, byNumber: new Map() })

export const remember = (carried: Carried, cells: readonly SourceCell[]): void => {
  const texts = new Map(carried.above ?? [])
  for (const { column, text } of cells) {
    const known = isDitto(text) ? '' : text
    if (joinLayout(known) !== '' || !texts.has(column.index)) texts.set(column.index, known)
  }
  carried.above = texts
  const no = cells.find(({ column }) => column.role.kind === 'no')?.text
  if (no !== undefined && joinLayout(no) !== '') carried.byNumber.set(joinLayout(no), texts)
}

/** Reason of a doubt: a ditto mark without its target. */
export const POINTS_NOWHERE = '一类的话找不到所指的内容，或互相指来指去'

const inherit = (cell: SourceCell, text: string, doubt?: string): SourceCell => ({
  ...cell,
  text,
  inherited: true,
  ...(doubt !== undefined && { doubt }),
})

const nameOf = (cell: SourceCell): string => {
  const field: FieldName | null = fieldOf(cell.column)
  return field === null ? '' : FIELD_NAMES[field]
}

/** Resolves 同上, 同第3项 to the value of the target row; without one the cell remains, with a doubt. */
export function resolveDitto(cell: SourceCell, carried: Carried): SourceCell {
  const folded = fold(cell.text)
  const number = folded.match(DITTO_NUMBER)?.[1]
  if (number !== undefined || DITTO.test(folded)) {
    const from = number === undefined ? carried.above : carried.byNumber.get(number)
    const text = from?.get(cell.column.index) ?? ''
    if (joinLayout(text) !== '') return inherit(cell, text)
    return { ...cell, doubt: `“${joinLayout(cell.text)}”${POINTS_NOWHERE}：${nameOf(cell)}` }
  }
  if (FOREIGN_DITTO.test(joinLayout(cell.text))) {
    return { ...cell, doubt: `“${joinLayout(cell.text)}”像是“同上”一类的说明，不是内容本身` }
  }
  const within = /^(?:同上|同前)|同上[)）]?$/.test(folded)
  return within ? { ...cell, doubt: '“同上”和别的文字写在一起，所指不明' } : cell
}

const isPathCell = ({ column }: SourceCell): boolean =>
  column.role.kind === 'path' || column.role.kind === 'class'

const isBlank = (cell: SourceCell): boolean => joinLayout(cell.text) === ''

/** Checks for a lower level without the level above it: merged cells were lost. */
export function losesMerge(cells: readonly SourceCell[]): boolean {
  const path = cells.filter(isPathCell)
  const first = path.findIndex(cell => !isBlank(cell))
  return first > 0 && path.slice(0, first).every(({ inherited }) => !inherited)
}

const LOST = '这一格空白，可能是合并单元格丢失，已按上一行填写，请核对'
const LEAD = '上一级事项空白，已按上一行填写，请核对'
const OPEN = '这一格空白，不知是没有内容，还是与上一行相同'

function carryPath(cells: SourceCell[], above: RowTexts, keepsMerges: boolean): SourceCell[] {
  const path = cells.filter(isPathCell)
  const first = path.findIndex(cell => !isBlank(cell))
  const fill = first < 0 ? path : path.slice(0, first)
  const doubt = first < 0 ? LOST : keepsMerges ? LEAD : undefined
  return cells.map(cell => {
    const text = above.get(cell.column.index) ?? ''
    return fill.includes(cell) && joinLayout(text) !== '' ? inherit(cell, text, doubt) : cell
  })
}

/** Fields that every item has; after a lost merge a blank one repeats the row above. */
const SHARED: readonly FieldName[] = [
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
  'mode',
  'levels',
]

/** Doubts a blank tick below a tick, in a file with lost merges. */
function doubtBlanks(cells: SourceCell[], group: readonly SourceCell[], above: RowTexts): SourceCell[] {
  const open = group.filter(cell => isBlank(cell) && joinLayout(above.get(cell.column.index) ?? '') !== '')
  return cells.map(cell => (open.includes(cell) ? { ...cell, doubt: OPEN } : cell))
}

function carryField(
  cells: SourceCell[],
  field: FieldName,
  above: RowTexts,
  mergesLost: boolean,
): SourceCell[] {
  const group = cells.filter(({ column }) => fieldOf(column) === field)
  const filledAbove = group.some(({ column }) => joinLayout(above.get(column.index) ?? '') !== '')
  if (group.length === 0 || !filledAbove) return cells
  if (!group.every(isBlank)) return mergesLost ? doubtBlanks(cells, group, above) : cells
  if (mergesLost) {
    return cells.map(cell =>
      group.includes(cell) ? inherit(cell, above.get(cell.column.index) ?? '', LOST) : cell,
    )
  }
  return cells.map(cell => (group.includes(cell) ? { ...cell, doubt: OPEN } : cell))
}

/** Doubts the blanks of a row that lost the merge of its first level: it may have lost others. */
const doubtShared = (cells: SourceCell[], above: RowTexts): SourceCell[] =>
  SHARED.reduce((doubted, field) => carryField(doubted, field, above, false), cells)

/**
 * Fills blanks left by a lost merge. The leading path levels come from the row above; other fields only if the file
 * shows lost merges, and always as doubts.
 */
export function carryBlanks(
  cells: SourceCell[],
  carried: Carried,
  file: { keepsMerges: boolean; mergesLost: boolean },
): SourceCell[] {
  const { above } = carried
  if (!above) return cells
  const withPath = carryPath(cells, above, file.keepsMerges)
  if (file.keepsMerges) return losesMerge(cells) ? doubtShared(withPath, above) : withPath
  const shared = SHARED.reduce((filled, field) => carryField(filled, field, above, file.mergesLost), withPath)
  return carryField(shared, 'elements', above, false)
}

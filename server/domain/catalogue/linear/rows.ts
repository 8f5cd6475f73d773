import { isNumberText } from '../likeness'
import { fold, joinLayout } from '../text'
import { type Atom, type TextLayout, isBlankAtom } from './atoms'

/** The atoms of one row; the number is separate. */
export interface LinearRow {
  line: number
  number: string | null
  atoms: Atom[]
  /** The row was joined to the one before it: a number may have been lost. */
  numberLost?: boolean
}

const partsOf = (text: string): number[] =>
  fold(text)
    .replace(/[^\d.]/g, '')
    .split('.')
    .filter(part => part !== '')
    .map(Number)

/** Checks whether `next` can number the row after `before`. Rows may start at any number. */
function follows(before: number[] | undefined, next: number[]): boolean {
  const [first = 0, second] = next
  if (before === undefined) return first > 0
  const [previous = 0, previousSecond] = before
  if (next.length !== before.length) return false
  if (second !== undefined && previousSecond !== undefined && first === previous) {
    return second === previousSecond + 1
  }
  return first > previous && first <= previous + 3
}

/** Measure words after a number; 户籍, 年度, 项目 … begin an item's name instead. */
const MEASURE =
  /^(?:个(?!人|体)|工作日|日(?!常|间)|天(?!然)|月(?!度|报)|号(?!码)|年(?!度|检|审|报|终|初|末|货)|周(?!转|边|期)|次(?!级)|项(?!目)|条(?!件|例)|万|元|%|名(?!单|称|录|册|额|优)|户(?!籍|口|外|主|厕|用|内)|级(?!别)|[、,，])/

/** Checks whether the text is a measure word of the number before it. */
export const isMeasured = (text: string): boolean => MEASURE.test(text)

const filledBefore = (atoms: readonly Atom[], index: number): string =>
  joinLayout(atoms.slice(0, index).findLast(atom => !isBlankAtom(atom))?.text ?? '')

const filledAfter = (atoms: readonly Atom[], index: number): string =>
  joinLayout(atoms.slice(index + 1).find(atom => !isBlankAtom(atom))?.text ?? '')

const GOES_ON = /(?:起|第|每|至少|少于|超过|不满|满|〔)$/

/** Checks for a number of days or articles in a cut sentence; a layout with whole cells cuts none. */
const isPartOfSentence = (before: string, after: string, layout: TextLayout): boolean => {
  if (after === '' || isNumberText(after)) return true
  return (layout === 'lines' || layout === 'blanks') && (isMeasured(after) || GOES_ON.test(before))
}

const restarts = (before: number[] | undefined, next: number[]): boolean =>
  before?.length === 1 && next[0] === 1 && (before[0] ?? 0) > 1

function startsRow(
  atoms: readonly Atom[],
  index: number,
  before: number[] | undefined,
  layout: TextLayout,
): boolean {
  const text = joinLayout(atoms[index]?.text ?? '')
  if (!isNumberText(text)) return false
  const ahead = before === undefined ? '' : filledBefore(atoms, index)
  if (isPartOfSentence(ahead, filledAfter(atoms, index), layout)) return false
  const parts = partsOf(text)
  return follows(before, parts) || restarts(before, parts)
}

/** `1 综合业务`, `1、综合业务`, `1综合业务`: the number and the first cell in one atom. */
const GLUED = /^(\d{1,3})\s*[、.．]?\s*(?=[\u4e00-\u9fff])/

function ungluedNumbers(atoms: readonly Atom[]): Atom[] {
  let expected: number | undefined
  return atoms.flatMap(atom => {
    const number = atom.text.match(GLUED)
    const value = Number(number?.[1])
    const rest = atom.text.slice(number?.[0].length ?? 0)
    if (!number || isMeasured(rest) || (expected !== undefined && value !== expected)) return [atom]
    expected = value + 1
    return [
      { text: number[1] ?? '', line: atom.line },
      { text: rest, line: atom.line },
    ]
  })
}

/** Returns the style of a number: `1`, `1.`, `(1)`, `①`, `1.2` differ; one table uses one style. */
const numberStyle = (text: string): string => joinLayout(text).replace(/[①-⑳]/g, '①').replace(/\d+/g, '1')

/** Checks for a number directly before the next one: an empty row. */
function isEmptyRow(atoms: readonly Atom[], index: number, before: number[] | undefined): boolean {
  const next = atoms[index + 1]?.text ?? ''
  const own = atoms[index]?.text ?? ''
  if (before === undefined || !isNumberText(own) || !isNumberText(next)) return false
  const parts = partsOf(own)
  return follows(before, parts) && follows(parts, partsOf(next)) && numberStyle(own) === numberStyle(next)
}

function cutAtNumbers(atoms: readonly Atom[], layout: TextLayout): LinearRow[] {
  const rows: LinearRow[] = []
  let before: number[] | undefined
  let style: string | undefined
  atoms.forEach((atom, index) => {
    const own = numberStyle(atom.text)
    if (own === style && isEmptyRow(atoms, index, before)) {
      before = partsOf(atom.text)
      return
    }
    if ((style === undefined || own === style) && startsRow(atoms, index, before, layout)) {
      style = own
      before = partsOf(atom.text)
      rows.push({ line: atom.line, number: joinLayout(atom.text), atoms: [] })
      return
    }
    rows.at(-1)?.atoms.push(atom)
  })
  return rows
}

function byLine(atoms: readonly Atom[]): [number, Atom[]][] {
  const lines = new Map<number, Atom[]>()
  for (const atom of atoms) lines.set(atom.line, [...(lines.get(atom.line) ?? []), atom])
  return [...lines]
}

/** Continues a cell over a line break: the first cell of the new line is appended to the last cell. */
function goOn(row: LinearRow, cells: readonly Atom[]): void {
  const last = row.atoms.at(-1)
  if (last) last.text += `\n${cells[0]?.text ?? ''}`
  row.atoms.push(...cells.slice(1))
}

/** Checks whether a row joined to the previous row's line begins with this cell. */
const runsOn = (cells: readonly Atom[], index: number, before: readonly number[], width: number): boolean => {
  const text = joinLayout(cells[index]?.text ?? '')
  const next = joinLayout(cells[index + 1]?.text ?? '')
  if (index < width / 2 || !isNumberText(text) || next === '' || isNumberText(next)) return false
  return follows([...before], partsOf(text))
}

/** Splits a line into rows: more cells than columns may be several joined rows. */
function rowsOfLine(cells: Atom[], width: number): Atom[][] {
  const first = joinLayout(cells[0]?.text ?? '')
  if (cells.length <= width || !isNumberText(first)) return [cells]
  const at = cells.findIndex((_, index) => runsOn(cells, index, partsOf(first), width))
  if (at < 0) return [cells]
  const own = cells.slice(0, at)
  const last = own.at(-1)
  if (own.length === width + 1 && last && isBlankAtom(last)) own.pop()
  return [own, ...rowsOfLine(cells.slice(at), width)]
}

/** Reads one row per line; a line without a number continues the row above if that has room. */
function cutAtLines(atoms: readonly Atom[], width: number): LinearRow[] {
  const rows: LinearRow[] = []
  const lines = byLine(atoms).flatMap(([line, cells]) =>
    rowsOfLine(cells, width).map((row): [number, Atom[]] => [line, row]),
  )
  for (const [line, cells] of lines) {
    const first = joinLayout(cells[0]?.text ?? '')
    const previous = rows.at(-1)
    if (isNumberText(first)) rows.push({ line, number: first, atoms: cells.slice(1) })
    else if (previous && previous.atoms.length + cells.length <= width) goOn(previous, cells)
    else rows.push({ line, number: null, atoms: first === '' ? cells.slice(1) : cells })
  }
  return rows
}

/** Splits the atoms below a header into rows by their numbers; `width` is the number of columns. */
export function cutRows(atoms: readonly Atom[], layout: TextLayout, width: number): LinearRow[] {
  if (layout === 'rows') return cutAtLines(atoms, width)
  const rows = cutAtNumbers(atoms, layout)
  if (rows.length > 1) return rows
  const unglued = cutAtNumbers(ungluedNumbers(atoms), layout)
  return unglued.length > rows.length ? unglued : rows
}

import { type Column, type RoleKind, TICK_KINDS } from '../header/roles'
import { looksLikeChannels, readChannels } from '../fields/channels'
import { readTick } from '../fields/ticks'
import { likeness } from '../likeness'
import { fold, joinLayout } from '../text'
import { DEADLINE_START, SUBJECT_START } from '../vocabulary/phraseStarts'
import { type Aligned, align, joinEvidence, textOfAtoms } from './align'
import type { Atom, TextLayout } from './atoms'

/** A column of a linear row: its text, whether its position is proved, and whether the cell existed. */
export interface Placed {
  column: Column
  text: string
  proved: boolean
  missing: boolean
}

/** A row assigned to its columns; `ticks` states how certain the tick columns are. */
export interface PlacedRow {
  cells: Placed[]
  ticks: 'proved' | 'likely' | 'lost' | 'none'
}

const ANCHORS: readonly RoleKind[] = ['deadline', 'subjects', 'channels']
const isTick = ({ role }: Column): boolean => TICK_KINDS.includes(role.kind)

const fits = (column: Column, text: string): boolean => {
  if (joinLayout(text) === '') return true
  if (isTick(column)) return readTick(text).ticked !== null
  return ANCHORS.includes(column.role.kind) ? likeness(column.role.kind, text) > -1 : true
}

/** Assigns cells by position if there are as many as columns and each anchor fits: every cell is then proved. */
function byPosition(atoms: readonly Atom[], columns: readonly Column[]): Placed[] | undefined {
  if (atoms.length !== columns.length) return undefined
  const cells = columns.map((column, index): Placed => {
    return { column, text: atoms[index]?.text ?? '', proved: true, missing: false }
  })
  return cells.every(({ column, text }) => fits(column, text)) ? cells : undefined
}

const COMPLETE_DEADLINE = /(?:内|前|后|开|布|新|次|日|行|示|期|[。)）年月度])$/

/** Checks for fragments that the words on both sides of each cut join into one cell. */
const isOneWord = (atoms: readonly Atom[]): boolean =>
  atoms.every((atom, index) => index === 0 || joinEvidence(atoms[index - 1]?.text ?? '', atom.text) >= 0.8)

/** Checks that each name next to a box is a channel name; the last one may have been cut. */
const namesWholeChannels = (text: string): boolean =>
  readChannels(text).value.every(({ name }) => looksLikeChannels(name))

/** Checks that the phrase begins like a complete one; in a text of fragments its start may be in another column. */
const beginsWhole = (kind: RoleKind, text: string): boolean => {
  if (kind === 'channels') return namesWholeChannels(text)
  const start = kind === 'deadline' ? DEADLINE_START : kind === 'subjects' ? SUBJECT_START : undefined
  return start === undefined || start.test(fold(text))
}

/** Checks for an anchor, recognised by its own words: one atom, or several that form a complete phrase. */
function isAnchor({ column, atoms }: Aligned, splits: boolean): boolean {
  const { kind } = column.role
  if (!ANCHORS.includes(kind) || atoms.length === 0) return false
  if (splits && !isOneWord(atoms)) return false
  const text = textOfAtoms(atoms, kind)
  if (likeness(kind, text) < 2.5) return false
  if (splits && !beginsWhole(kind, text)) return false
  return (
    kind !== 'deadline' ||
    (COMPLETE_DEADLINE.test(joinLayout(text)) && !/^[之起内日个,，]/.test(joinLayout(text)))
  )
}

/**
 * Checks that the words on both sides of a cell support its borders; otherwise a fragment may belong to the
 * neighbour.
 */
function hasCleanBorders(aligned: readonly Aligned[], index: number): boolean {
  const own = aligned[index]?.atoms ?? []
  const before = aligned
    .slice(0, index)
    .findLast(({ atoms }) => atoms.length > 0)
    ?.atoms.at(-1)
  const after = aligned.slice(index + 1).find(({ atoms }) => atoms.length > 0)?.atoms[0]
  const left = before ? joinEvidence(before.text, own[0]?.text ?? '') : 0
  const right = after ? joinEvidence(own.at(-1)?.text ?? '', after.text) : 0
  return left < 0.5 && right < 0.5
}

/** Proves cells between two anchors with as many atoms as columns: nothing was lost or split there. */
function proveBetween(aligned: readonly Aligned[], splits: boolean): boolean[] {
  const proved = aligned.map(
    (cell, index) => isAnchor(cell, splits) && (!splits || hasCleanBorders(aligned, index)),
  )
  const bounds = [-1, ...aligned.flatMap((_, index) => (proved[index] ? [index] : [])), aligned.length]
  bounds.slice(1).forEach((end, at) => {
    const start = (bounds[at] ?? -1) + 1
    const between = aligned.slice(start, end)
    if (!splits && between.length > 0 && between.every(({ atoms }) => atoms.length === 1)) {
      for (let index = start; index < end; index++) proved[index] = true
    }
  })
  return proved
}

function placeBody(
  atoms: readonly Atom[],
  columns: readonly Column[],
  layout: TextLayout,
  isFirstRow: boolean,
): Placed[] {
  const exact = layout === 'lines' || layout === 'blanks' ? undefined : byPosition(atoms, columns)
  if (exact) return exact
  const aligned = align(atoms, columns, layout, isFirstRow)
  const proved = proveBetween(aligned, layout === 'lines' || layout === 'blanks')
  return aligned.map(({ column, atoms: own }, index) => ({
    column,
    text: textOfAtoms(own, column.role.kind),
    proved: proved[index] ?? false,
    missing: own.length === 0,
  }))
}

const isTickText = (text: string): boolean => joinLayout(text) === '' || likeness('level-tick', text) > 0

/** Counts the atoms at the end of a row that are ticks or blanks, at most the number of tick cells. */
function tailOf(atoms: readonly Atom[]): number {
  let start = atoms.length
  while (start > 0 && isTickText(atoms[start - 1]?.text ?? '')) start--
  return start
}

function placeTicks(
  tail: readonly Atom[],
  columns: readonly Column[],
): { cells: Placed[]; ticks: PlacedRow['ticks'] } {
  const ticks = columns.filter(isTick)
  if (columns.length === 0) return { cells: [], ticks: 'none' }
  const lay = (targets: readonly Column[], proved: boolean): Placed[] =>
    targets.map((column, index) => ({ column, text: tail[index]?.text ?? '', proved, missing: false }))
  if (tail.length === columns.length) return { cells: lay(columns, true), ticks: 'proved' }
  if (tail.length === ticks.length && ticks.length > 0) return { cells: lay(ticks, false), ticks: 'likely' }
  return { cells: [], ticks: 'lost' }
}

/** Returns the index of the first tick column at the end of the table, including text columns named 公开层级. */
function tickStart(columns: readonly Column[]): number {
  let start = columns.length
  while (start > 0 && (isTick(columns[start - 1] as Column) || isBareGroup(columns[start - 1] as Column))) {
    start--
  }
  return start
}

const isBareGroup = ({ role, doubt }: Column): boolean => role.kind === 'levels' && doubt !== undefined

const keepsBlanks = (layout: TextLayout): boolean => layout === 'rows' || layout === 'stream'

/** Certainty required to accept tick cells, by how well the layout separates cells. */
const ENOUGH: Readonly<Record<TextLayout, readonly PlacedRow['ticks'][]>> = {
  rows: ['proved', 'likely'],
  stream: ['proved', 'likely'],
  cells: ['proved'],
  lines: [],
  blanks: [],
}

/** Checks that the cell before the ticks fits the last text column, so that no tick column is missing between. */
const fitsLast = (body: readonly Column[], text: string): boolean => {
  const last = body.at(-1)
  return !last || likeness(last.role.kind, text) > 0
}

/** Assigns a row to its columns. Ticks are placed only where the count of cells proves their position. */
export function placeRow(
  atoms: readonly Atom[],
  columns: readonly Column[],
  layout: TextLayout,
  isFirstRow: boolean,
): PlacedRow {
  const numbered = columns.filter(({ role }) => role.kind !== 'no')
  const start = tickStart(numbered)
  const body = numbered.slice(0, start)
  const tail = numbered.slice(start)
  const exact = keepsBlanks(layout) ? byPosition(atoms, numbered) : undefined
  if (exact) return { cells: exact, ticks: 'proved' }
  if (!tail.some(isTick)) {
    const cells = placeBody(atoms, numbered, layout, isFirstRow)
    return { cells, ticks: 'none' }
  }
  const cut = Math.max(tailOf(atoms), keepsBlanks(layout) ? lastAnchor(atoms) + 1 : 0)
  const cells = placeBody(atoms.slice(0, cut), body, layout, isFirstRow)
  const placed = placeTicks(atoms.slice(cut), tail)
  const isBordered = fitsLast(body, atoms[cut - 1]?.text ?? '')
  return isBordered && ENOUGH[layout].includes(placed.ticks)
    ? { cells: [...cells, ...placed.cells], ticks: placed.ticks }
    : { cells, ticks: 'lost' }
}

/** Returns the last atom that is no tick and no blank: the cells after it are tick cells, blanks included. */
function lastAnchor(atoms: readonly Atom[]): number {
  for (let index = atoms.length - 1; index >= 0; index--) {
    if (!isTickText(atoms[index]?.text ?? '')) return index
  }
  return -1
}

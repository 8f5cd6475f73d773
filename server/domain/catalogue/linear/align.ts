import { type Column, type RoleKind, TICK_KINDS } from '../header/roles'
import { likeness } from '../likeness'
import { bracketsBalance, fold, joinLayout } from '../text'
import { COMMON_WORDS } from '../vocabulary/elementLabels'
import type { Atom, TextLayout } from './atoms'

/** The atoms assigned to one column; none = the cell is missing. */
export interface Aligned {
  column: Column
  atoms: Atom[]
}

const MOST_ATOMS: Readonly<Partial<Record<RoleKind, number>>> = {
  no: 1,
  path: 3,
  class: 2,
  elements: 24,
  basis: 10,
  deadline: 5,
  subjects: 5,
  channels: 30,
}

const MISSING: Readonly<Partial<Record<RoleKind, number>>> = {
  path: -0.5,
  class: -0.4,
  elements: -2,
  basis: -0.6,
  deadline: -0.9,
  subjects: -0.9,
  channels: -0.9,
}

const MUST_HAVE: readonly RoleKind[] = ['deadline', 'subjects', 'channels', 'path']

const missingCost = (column: Column, isFirstRow: boolean): number => {
  const { kind } = column.role
  const deeper = column.role.kind === 'path' && (column.role.level ?? 1) > 1 ? -0.4 : 0
  return (MISSING[kind] ?? 0) + deeper - (isFirstRow && MUST_HAVE.includes(kind) ? 1.5 : 0)
}

const BLANK: Readonly<Partial<Record<RoleKind, number>>> = {
  path: -0.2,
  elements: -0.5,
  deadline: -1,
  subjects: -1,
  channels: -1,
}

const GOES_ON = /[、，,；;(（《〔「/及和或与的之起自个第每]$/
const CONTINUES = /^(?:[、，,；;)）》〕」:：/之内起日]|[\u4e00-\u9fff]$)/

/** Scores a common word cut in two as 1, two adjacent common words as 0.5. */
function wordEvidence(left: string, right: string): number {
  const endsInWord = COMMON_WORDS.includes(left.slice(-2))
  if (COMMON_WORDS.includes(left.slice(-1) + right.charAt(0)) && !endsInWord) return 1
  return endsInWord && COMMON_WORDS.includes(right.slice(0, 2)) ? 0.5 : 0
}

/** Scores the evidence that the layout cut one cell between two atoms, 0 to 1. */
export function joinEvidence(left: string, right: string): number {
  const a = joinLayout(left)
  const b = joinLayout(right)
  if (!bracketsBalance(a) || GOES_ON.test(a) || CONTINUES.test(b)) return 1
  if (/\d$/.test(a) && /^\d/.test(b)) return 1
  if (ANY_BOX.test(a) && ANY_BOX.test(b) && b.length > 1) return 0.8
  return wordEvidence(fold(a), fold(b))
}

const JOIN_COST: Readonly<Record<TextLayout, number>> = {
  rows: 3,
  stream: 3,
  cells: 2,
  lines: 0.6,
  blanks: 0.5,
}
const BOX = /^[■□▲△☑☐☒√●○◆◇口]/u
/** A box in an atom that may begin in the middle of a name. */
const ANY_BOX = /^[√口]|[■□▲△☑☐☒●○◆◇]/u

/** Costs of joining and separating neighbouring atoms, computed once per row. */
interface Borders {
  /** Cumulative cost of joining the atoms up to each position. */
  joins: number[]
  /** The same for channels, where each box starts a name of the same cell. */
  boxJoins: number[]
  /** Cost of a cell border before each position, where the words indicate one cell. */
  parts: number[]
}

function bordersOf(atoms: readonly Atom[], layout: TextLayout): Borders {
  const borders: Borders = { joins: [0], boxJoins: [0], parts: [0] }
  const splits = layout === 'lines' || layout === 'blanks'
  let [join, boxJoin] = [0, 0]
  for (const [left, right] of pairsOf(atoms)) {
    const evidence = joinEvidence(left, right)
    const cost = JOIN_COST[layout] * (1.05 - evidence)
    join += cost
    boxJoin += BOX.test(right) ? 0.02 : cost
    borders.joins.push(join)
    borders.boxJoins.push(boxJoin)
    borders.parts.push(splits && left !== '' && right !== '' ? evidence : 0)
  }
  return borders
}

const pairsOf = (atoms: readonly Atom[]): [string, string][] =>
  atoms.slice(1).map(({ text }, index) => [atoms[index]?.text.trim() ?? '', text.trim()])

/** Returns the cost of treating the atoms from `start` to `end` (exclusive) as one cell of a kind. */
function cellCost(
  { joins, boxJoins, parts }: Borders,
  kind: RoleKind,
  layout: TextLayout,
  start: number,
  end: number,
): number {
  const sums = kind === 'channels' ? boxJoins : joins
  const eased = kind === 'elements' && (layout === 'rows' || layout === 'stream') ? 0.5 : 1
  return eased * ((sums[end - 1] ?? 0) - (sums[start] ?? 0)) + (parts[start] ?? 0)
}

/** Joins the atoms of a cell into its text; a line break remains unless the words indicate one word. */
export const textOfAtoms = (atoms: readonly Atom[], kind: RoleKind): string => {
  if (kind === 'channels' || kind === 'elements') return atoms.map(({ text }) => text).join('\n')
  if (kind !== 'subjects') return atoms.map(({ text }) => text).join('')
  return atoms.reduce((joined, { text }) => {
    const glue = joined === '' || joinEvidence(joined, text) >= 0.5 ? '' : '\n'
    return joined + glue + text
  }, '')
}

/** A lone tick or box is a cell of its own, never part of a text. */
const LONE_GLYPH = /^[√✓✔☑☒■□☐▲△●○◆◇]$/u

/** Score of an atom that fits no column. */
const DROPPED = -4

/** Checks for a tick of another column before the channel boxes, or within a text. */
function holdsStrangeTick(kind: RoleKind, atoms: readonly Atom[]): boolean {
  const texts = atoms.map(({ text }) => text.trim())
  const [first = '', second] = texts
  if (kind === 'channels') return /^[√✓✔]$/u.test(first) && (second === undefined || BOX.test(second))
  return texts.length > 1 && texts.some(text => LONE_GLYPH.test(text))
}

function score(kind: RoleKind, atoms: readonly Atom[]): number {
  const text = textOfAtoms(atoms, kind)
  if (joinLayout(text) === '') return (BLANK[kind] ?? 0) - (atoms.length - 1)
  return holdsStrangeTick(kind, atoms) ? DROPPED - 1 : likeness(kind, text)
}

/** Upper bound of the score of a text in a column. */
const BEST_SCORE = 4

const mostAtoms = (column: Column): number =>
  TICK_KINDS.includes(column.role.kind) ? 1 : (MOST_ATOMS[column.role.kind] ?? 2)

interface State {
  score: number
  taken: number
}

/**
 * Assigns the atoms of a row to the columns, in order, with the best total score; an atom that fits no column is
 * dropped at a cost.
 */
export function align(
  atoms: readonly Atom[],
  columns: readonly Column[],
  layout: TextLayout,
  isFirstRow: boolean,
): Aligned[] {
  const borders = bordersOf(atoms, layout)
  const table: State[][] = Array.from({ length: columns.length + 1 }, () => [])
  for (let i = 0; i <= atoms.length; i++) (table[0] as State[])[i] = { score: i * DROPPED, taken: 0 }
  columns.forEach((column, j) => {
    const before = table[j] as State[]
    const current = table[j + 1] as State[]
    for (let i = 0; i <= atoms.length; i++) {
      current[i] = bestState({ atoms, borders, column, layout, isFirstRow, before, current }, i)
    }
  })
  return traceBack(table, atoms, columns)
}

interface Step {
  atoms: readonly Atom[]
  borders: Borders
  column: Column
  layout: TextLayout
  isFirstRow: boolean
  before: readonly State[]
  current: readonly State[]
}

/** Returns the best state after this column consumed the first `i` atoms; `taken` −1 = the last atom was dropped. */
function bestState({ atoms, borders, column, layout, isFirstRow, before, current }: Step, i: number): State {
  const { kind } = column.role
  let best: State = { score: (before[i]?.score ?? -Infinity) + missingCost(column, isFirstRow), taken: 0 }
  const dropped = (current[i - 1]?.score ?? -Infinity) + DROPPED
  if (dropped > best.score) best = { score: dropped, taken: -1 }
  for (let count = 1; count <= Math.min(i, mostAtoms(column)); count++) {
    const base = (before[i - count]?.score ?? -Infinity) - cellCost(borders, kind, layout, i - count, i)
    if (base + BEST_SCORE <= best.score) continue
    const total = base + score(kind, atoms.slice(i - count, i))
    if (total > best.score) best = { score: total, taken: count }
  }
  return best
}

function traceBack(table: readonly State[][], atoms: readonly Atom[], columns: readonly Column[]): Aligned[] {
  const aligned: Aligned[] = columns.map(column => ({ column, atoms: [] }))
  let i = atoms.length
  let j = columns.length
  while (j > 0) {
    const taken = table[j]?.[i]?.taken ?? 0
    if (taken < 0) i--
    else {
      const target = aligned[j - 1]
      if (target) target.atoms = atoms.slice(i - taken, i)
      i -= taken
      j--
    }
  }
  return aligned
}

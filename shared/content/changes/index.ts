import { flatMap } from '../../common/lists'
import type { NoticeContent } from '../../contract/disclosure/notice'
import { withAttestationsOf } from '../attestations'
import { isReordered, type Pair, pairsOf } from './pairs'
import { type Cell, headOf, type Part, partOf, type Row } from './parts'

/** A difference between two contents 这次改了什么, in words. */
export interface ContentChange {
  /** Where it is: `收支明细 第 3 笔`; of what is gone its former place, `收支明细 原第 3 笔`; empty for title and period. */
  place: string
  /** Name of the value; empty for a whole row or block. */
  label: string
  /** Null for what is new. */
  before: string | null
  /** Null for what is gone. */
  after: string | null
}

const WHOLE_ORDER = '先后顺序'
const FORMER_ORDER = '原来的顺序'
const OTHER_ORDER = '换了顺序'
const GIVEN = '有'

/** Most rounds of keys that a kind of row has. */
const ROUNDS = [0, 1, 2, 3] as const

const cellsKey = (cells: readonly Cell[]): string =>
  JSON.stringify(cells.map(({ label, text }) => [label, text]))

const reordered = (place: string): ContentChange => ({
  place,
  label: WHOLE_ORDER,
  before: FORMER_ORDER,
  after: OTHER_ORDER,
})

/** Names values by their labels: `日期 2026年10月5日，金额（元） 500.00`. */
const cellsText = (cells: readonly Cell[]): string =>
  cells
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => `${label} ${text}`.trim())
    .join('，')

function cellChanges(place: string, before: readonly Cell[], after: readonly Cell[]): ContentChange[] {
  return flatMap(after, ({ label, text }, index): ContentChange[] => {
    const former = before[index]?.text ?? ''
    return former === text ? [] : [{ place, label, before: former || null, after: text || null }]
  })
}

/** Describes a row that only one side has; a row with one value by that value. */
function rowChange(place: string, { cells }: Row, side: 'before' | 'after'): ContentChange {
  const [only] = cells
  const isOne = cells.length === 1 && only !== undefined
  const text = isOne ? only.text : cellsText(cells)
  return { place, label: isOne ? only.label : '', before: null, after: null, [side]: text }
}

const ORDINALS = { before: '原第', after: '第' } as const

const placeOf = ({ label, unit }: Part, index: number, side: keyof typeof ORDINALS): string =>
  unit === null ? label : `${label} ${ORDINALS[side]} ${index + 1} ${unit}`

/** Rows that share their place are the same one when they share a value too. */
const sharesValue = (one: Row, other: Row): boolean =>
  one.cells.some(({ text }, index) => text !== '' && text === other.cells[index]?.text)

function rowPairs(before: Part, after: Part): Pair[] {
  const sides = { before: before.rows, after: after.rows }
  const isSamePlace = (place: number) => {
    const [one, other] = [before.rows[place], after.rows[place]]
    return one !== undefined && other !== undefined && (before.kind === 'text' || sharesValue(one, other))
  }
  return pairsOf(sides, [
    row => cellsKey(row.cells),
    ...ROUNDS.map(round => (row: Row) => row.keys[round] ?? null),
    (_, place) => (after.unit !== null && isSamePlace(place) ? String(place) : null),
  ])
}

function rowChanges(before: Part, after: Part): ContentChange[] {
  const pairs = rowPairs(before, after)
  const changes = flatMap(pairs, ({ before: former, after: now }): ContentChange[] => {
    const [was, is] = [before.rows[former ?? -1], after.rows[now ?? -1]]
    if (was && is) return cellChanges(placeOf(after, now!, 'after'), was.cells, is.cells)
    if (is) return [rowChange(placeOf(after, now!, 'after'), is, 'after')]
    return was ? [rowChange(placeOf(before, former!, 'before'), was, 'before')] : []
  })
  return isReordered(pairs) ? [...changes, reordered(after.label)] : changes
}

function partChanges(before: Part, after: Part): ContentChange[] {
  const name = (label: string): Cell => ({ label: '名称', text: label })
  return [
    ...cellChanges(after.label, [name(before.label)], [name(after.label)]),
    ...cellChanges(after.label, before.cells, after.cells),
    ...rowChanges(before, after),
  ]
}

/** Describes a block that only one side has, by all that it says. */
function wholeChanges(part: Part, side: 'before' | 'after'): ContentChange[] {
  const said = cellsText(part.cells)
  const head = { place: part.label, label: '', before: null, after: null, [side]: said || GIVEN }
  const rows = part.rows.map((row, index) => rowChange(placeOf(part, index, side), row, side))
  return said || rows.length === 0 ? [head, ...rows] : rows
}

/** Blocks are the same by kind and label, else by kind. */
const partPairs = (before: readonly Part[], after: readonly Part[]): Pair[] =>
  pairsOf({ before, after }, [part => `${part.kind} ${part.label}`, part => part.kind])

/**
 * Compares two contents of a notice. Rows are found again by what names them, in any order; the result is empty
 * exactly when both say the same in the same order. A value left empty says as much as a missing one. Pure.
 */
export function contentChanges(before: NoticeContent, after: NoticeContent): ContentChange[] {
  const [was, is] = [before.blocks.map(partOf), after.blocks.map(partOf)]
  const pairs = partPairs(was, is)
  const changes = flatMap(pairs, ({ before: former, after: now }): ContentChange[] => {
    const [one, other] = [was[former ?? -1], is[now ?? -1]]
    if (one && other) return partChanges(one, other)
    return other ? wholeChanges(other, 'after') : one ? wholeChanges(one, 'before') : []
  })
  const head = cellChanges('', headOf(before).cells, headOf(after).cells)
  return [...head, ...changes, ...(isReordered(pairs) ? [reordered('各部分')] : [])]
}

/** True if a correction says what the edition before says, apart from attestations that it does not give yet. */
export const isUnchanged = (former: NoticeContent, content: NoticeContent): boolean =>
  contentChanges(withAttestationsOf(former, content), content).length === 0

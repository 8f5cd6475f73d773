import { flatMap } from '@shared/common/lists'
import type {
  MatrixCode,
  MatrixItem,
  MatrixState,
  ObligationMatrix,
  MatrixVillage,
} from '@shared/contract/disclosure/matrix'
import type { GridCell } from '../../../elements/types'

/** Selected part of the matrix: one month or the year; one area or all. */
export interface Look {
  /** 1–12; 0 = the whole year. */
  month: number
  area: string | null
  /** Only villages and items with something late, due soon or undecided 只看有问题的. */
  troubled: boolean
}

/** States by urgency, the most urgent first. */
const PRESSING: readonly MatrixState[] = [
  'overdue',
  'due-soon',
  'unresolved-rule',
  'running',
  'done-late',
  'done-on-time',
  'not-yet-triggered',
  'not-adopted',
  'not-applicable',
]

export const LOOK_OF: Readonly<Record<MatrixState, GridCell['look']>> = {
  overdue: 'late',
  'due-soon': 'warn',
  'unresolved-rule': 'warn',
  running: 'quiet',
  'done-late': 'ok',
  'done-on-time': 'ok',
  'not-yet-triggered': 'quiet',
  'not-adopted': 'warn',
  'not-applicable': 'quiet',
}

export interface Found {
  /** Month of the state, 1–12. */
  month: number
  code: MatrixCode & { state: MatrixState }
}

const codesBy = (matrix: ObligationMatrix) => new Map(matrix.codes.map(code => [code.code, code]))

/** Creates a reader of matrix cells. */
export function readerOf(matrix: ObligationMatrix) {
  const codes = codesBy(matrix)
  const at = (letters: string, month: number): Found | null => {
    const code = codes.get(letters[month - 1] ?? '')
    return code?.state ? { month, code: { ...code, state: code.state } } : null
  }
  /** Returns the most urgent state of an item in the month or the year. */
  return (village: MatrixVillage, itemIndex: number, month: number): Found | null => {
    const letters = village.rows[itemIndex] ?? ''
    if (month > 0) return at(letters, month)
    let best: Found | null = null
    for (let each = 1; each <= 12; each += 1) {
      const found = at(letters, each)
      if (found && (!best || rank(found) < rank(best))) best = found
    }
    return best
  }
}

export const rank = ({ code }: Found): number => PRESSING.indexOf(code.state)

export interface NumberedItem extends MatrixItem {
  /** Index in the rows of the matrix. */
  index: number
}

const isTrouble = (found: Found | null): boolean =>
  found !== null && LOOK_OF[found.code.state] !== 'ok' && LOOK_OF[found.code.state] !== 'quiet'

/** Leaves of villages and items those that are looked at; `items` have their index in the rows. */
export function lookedAt(
  matrix: ObligationMatrix,
  look: Look,
): { villages: readonly MatrixVillage[]; items: NumberedItem[] } {
  const items = itemsIn(matrix, look)
  if (!look.troubled) return { villages: matrix.villages, items }
  const read = readerOf(matrix)
  const isBad = (village: MatrixVillage, { index }: NumberedItem) =>
    isTrouble(read(village, index, look.month))
  return {
    villages: matrix.villages.filter(village => items.some(item => isBad(village, item))),
    items: items.filter(item => matrix.villages.some(village => isBad(village, item))),
  }
}

export const itemsIn = (matrix: ObligationMatrix, { area }: Pick<Look, 'area'>): NumberedItem[] =>
  matrix.items.map((item, index) => ({ ...item, index })).filter(item => area === null || item.area === area)

export const areasIn = (matrix: ObligationMatrix): string[] => [
  ...new Set(matrix.items.map(({ area }) => area)),
]

export const monthKey = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`

/** Counts the selected items 项 of a village by their most urgent state, as words with signs. */
export function sumsOf(
  matrix: ObligationMatrix,
  village: MatrixVillage,
  items: readonly NumberedItem[],
  month: number,
): { state: MatrixState; text: string }[] {
  const read = readerOf(matrix)
  const counts = new Map<MatrixState, { code: MatrixCode; n: number }>()
  for (const { index } of items) {
    const found = read(village, index, month)
    if (!found) continue
    const known = counts.get(found.code.state)
    counts.set(found.code.state, { code: found.code, n: (known?.n ?? 0) + 1 })
  }
  return flatMap(PRESSING, state => {
    const one = counts.get(state)
    return one ? [{ state, text: `${one.code.sign} ${one.code.label} ${one.n} 项` }] : []
  })
}

import type { TableDraft } from '../../draft/fromTable'
import { type CellChange, cellText, columnsOf } from './columns'

/** Cells from one corner to the other, both inclusive; columns by their place. */
export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

const NUMBERED = /^(.*?)(\d{1,9})$/

/** Returns the number behind this one, as wide: 009 → 010, 记-9 → 记-10; null if it does not end with digits. */
export function nextNumber(text: string): string | null {
  const [, words = '', digits] = NUMBERED.exec(text.trim()) ?? []
  if (digits === undefined) return null
  return words + String(Number(digits) + 1).padStart(digits.length, '0')
}

/**
 * Fills down 照上一格 (Ctrl D): one row takes from the row above it, several from the first of them. Numbers of vouchers
 * count on.
 */
export function filledDown(block: TableDraft, { top, bottom, left, right }: Range): CellChange[] {
  const source = top === bottom ? top - 1 : top
  if (source < 0) return []
  const changes: CellChange[] = []
  for (const { id, counts } of columnsOf(block).slice(left, right + 1)) {
    let text = cellText(block, source, id)
    for (let row = source + 1; row <= bottom; row++) {
      text = (counts && nextNumber(text)) || text
      changes.push({ row, id, text })
    }
  }
  return changes
}

/** Empties the cells of a range. */
export function cleared(block: TableDraft, { top, bottom, left, right }: Range): CellChange[] {
  const changes: CellChange[] = []
  for (const { id } of columnsOf(block).slice(left, right + 1)) {
    for (let row = top; row <= bottom; row++) {
      if (cellText(block, row, id) !== '') changes.push({ row, id, text: '' })
    }
  }
  return changes
}

/** Cells of a range, for copying. */
export const copied = (block: TableDraft, { top, bottom, left, right }: Range): string[][] =>
  Array.from({ length: bottom - top + 1 }, (_, index) =>
    columnsOf(block)
      .slice(left, right + 1)
      .map(({ id }) => cellText(block, top + index, id)),
  )

import { sha256Hex } from '@shared/common/hash'

/** A cell that can be drawn, by its name. */
export interface Drawable {
  village: string
  itemKey: string
  /** `YYYY-MM`. */
  month: string
}

const nameOf = ({ village, itemKey, month }: Drawable): string => `${village}|${itemKey}|${month}`
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Hashes the list of all drawable cells, in the order of their names. */
export const frameHash = (frame: readonly Drawable[]): string =>
  sha256Hex(frame.map(nameOf).sort(byName).join('\n'))

/**
 * Draws the cells of an inspection 抽查: the `size` cells with the smallest hashes of seed and name. The result
 * cannot be foreseen or chosen, and is reproducible from the seed in any order of the cells.
 */
export function drawCells<Cell extends Drawable>(frame: readonly Cell[], seed: string, size: number): Cell[] {
  return frame
    .map(cell => ({ cell, lot: sha256Hex(`${seed}\n${nameOf(cell)}`) }))
    .sort((a, b) => byName(a.lot, b.lot))
    .slice(0, size)
    .map(({ cell }) => cell)
    .sort((a, b) => byName(nameOf(a), nameOf(b)))
}

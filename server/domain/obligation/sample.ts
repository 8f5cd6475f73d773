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

/** Hash of the list of all cells that can be drawn, in the order of their names. */
export const frameHash = (frame: readonly Drawable[]): string =>
  sha256Hex(frame.map(nameOf).sort(byName).join('\n'))

/**
 * 抽查: the `size` cells whose names, behind the seed, have the smallest hashes. Nobody can foresee or choose them, and whoever
 * has the seed draws the same ones again, in whatever order the cells come.
 */
export function drawCells<Cell extends Drawable>(frame: readonly Cell[], seed: string, size: number): Cell[] {
  return frame
    .map(cell => ({ cell, lot: sha256Hex(`${seed}\n${nameOf(cell)}`) }))
    .sort((a, b) => byName(a.lot, b.lot))
    .slice(0, size)
    .map(({ cell }) => cell)
    .sort((a, b) => byName(nameOf(a), nameOf(b)))
}

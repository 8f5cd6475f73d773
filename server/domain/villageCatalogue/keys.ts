import type { AlignableItem } from '../alignment/suggest'

/** Indexes rows by their stable key. */
export const byKey = <Row extends { key: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map(row => [row.key, row]))

/** Converts an item or line to the alignment's input; its key is the id. */
export const alignable = (item: {
  key: string
  area: string
  path: readonly string[]
  elements: readonly string[]
}): AlignableItem => ({ id: item.key, area: item.area, path: item.path, elements: item.elements })

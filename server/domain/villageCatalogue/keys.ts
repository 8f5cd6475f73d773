import type { AlignableItem } from '../alignment/suggest'

/** Rows by the stable key of their matter. */
export const byKey = <Row extends { key: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map(row => [row.key, row]))

/** An item or line as the alignment sees it; its key is the id. */
export const alignable = (item: {
  key: string
  area: string
  path: readonly string[]
  elements: readonly string[]
}): AlignableItem => ({ id: item.key, area: item.area, path: item.path, elements: item.elements })

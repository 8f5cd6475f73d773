/** Returns the link target of a bar; null if it has none. */
export type BarUrl = (barId: string) => string | null

/** Returns the page on which an objection to a row is written. */
export type PointAt = (blockId: string, rowId: string) => string

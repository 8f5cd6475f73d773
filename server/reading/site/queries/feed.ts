import type { Db } from '@server/platform/store/db'
import { encodeCursor, type Cursor } from '@server/platform/store/cursor'
import { rowsAfter, rowsKept, type PublicationSummary } from '@server/disclosure/publications'

export interface FeedPage {
  rows: PublicationSummary[]
  nextCursor: string | null
}

/** Splits rows, read with one more than the limit, into a page and the cursor of its last row. */
export function pageOfRows(rows: PublicationSummary[], limit: number): FeedPage {
  const shown = rows.slice(0, limit)
  const last = shown[shown.length - 1]
  const more = rows.length > limit && last !== undefined
  return { rows: shown, nextCursor: more ? encodeCursor({ at: last.publishedAt, id: last._id }) : null }
}

interface FeedOptions {
  orgCode: string
  category?: string
  period?: string
  cursor: Cursor | null
  limit: number
}

/** Returns an organisation's published notices, newest first, filtered by category and period. */
export async function feedOf(db: Db, options: FeedOptions): Promise<FeedPage> {
  const { orgCode, category, period, cursor, limit } = options
  const scope = { orgCode, live: true } as const
  const inCategory = (row: PublicationSummary) => category === undefined || row.category === category
  const rows = period
    ? await rowsKept(db, { ...scope, period }, cursor, limit + 1, inCategory)
    : await rowsAfter(db, { ...scope, ...(category && { category }) }, cursor, limit + 1)
  return pageOfRows(rows, limit)
}

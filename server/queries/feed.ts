import type { Models } from '../models'
import { encodeCursor } from './cursor'
import type { Cursor } from './cursor'
import { rowsAfter } from './publications'
import type { FeedScope, PublicationSummary } from './publications'

export interface FeedPage {
  rows: PublicationSummary[]
  nextCursor: string | null
}

/** Cuts one row more than asked for into a page and the cursor of its last row. */
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

/** An organisation's published notices, newest first, by category and period. */
export async function feedOf(models: Models, options: FeedOptions): Promise<FeedPage> {
  const { orgCode, category, period, cursor, limit } = options
  const scope: FeedScope = { orgCode, live: true, ...(category && { category }), ...(period && { period }) }
  return pageOfRows(await rowsAfter(models, scope, cursor, limit + 1), limit)
}

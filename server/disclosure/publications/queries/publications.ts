import { type QueryFilter, trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import type { Cursor } from '@server/platform/store/cursor'
import { Publications, type PublicationRow } from '../models/publications'

/** Fields of a publication that a list needs; never its content or its grams. */
export const SUMMARY_FIELDS = {
  noticeId: 1,
  edition: 1,
  orgCode: 1,
  category: 1,
  itemId: 1,
  title: 1,
  sentence: 1,
  period: 1,
  regards: 1,
  publishedAt: 1,
  publicity: 1,
  publicityMoved: 1,
} as const

export type PublicationSummary = Pick<PublicationRow, '_id' | keyof typeof SUMMARY_FIELDS>

const NEWEST_FIRST = { publishedAt: -1, _id: -1 } as const

/**
 * Equality prefix of an index of `publications`: the embedded engine uses an index only when it contains every field of
 * the filter. Narrower conditions are applied afterwards, see `rowsKept`.
 */
export type FeedScope = { orgCode: string; live: true } & (
  { category?: string } | { period: string } | { itemKey: string } | { grams: string }
)

type Range = Pick<QueryFilter<PublicationRow>, 'publishedAt' | '_id'>

function find(db: Db, scope: FeedScope, range: Range, limit: number, grams = false) {
  return db
    .of(Publications)
    .find({ ...scope, ...range }, grams ? { ...SUMMARY_FIELDS, grams: 1 } : SUMMARY_FIELDS)
    .sort(NEWEST_FIRST)
    .limit(limit)
    .lean<(PublicationSummary & { grams?: string[] })[]>()
    .exec()
}

/** Returns the newest live publications of a scope. */
export const newestOf = (db: Db, scope: FeedScope, limit: number): Promise<PublicationSummary[]> =>
  find(db, scope, {}, limit)

/**
 * Returns rows after the cursor, newest first. Uses two ranges instead of one `$or`: first the rest of those published
 * at the same instant, then everything older. Each reads the index in order, without skipping or counting.
 */
export async function rowsAfter(
  db: Db,
  scope: FeedScope,
  cursor: Cursor | null,
  limit: number,
  grams = false,
): Promise<(PublicationSummary & { grams?: string[] })[]> {
  if (!cursor) return find(db, scope, {}, limit, grams)
  const tie = { publishedAt: cursor.at, _id: trusted({ $lt: cursor.id }) }
  const same = await find(db, scope, tie, limit, grams)
  if (same.length === limit) return same
  const older = { publishedAt: trusted({ $lt: cursor.at }) }
  return [...same, ...(await find(db, scope, older, limit - same.length, grams))]
}

/** Rows read at once when some of them are filtered out. */
const BATCH = 200

/**
 * Returns rows after the cursor that satisfy `keep`, newest first; reads on until there are enough or the scope ends.
 */
export async function rowsKept(
  db: Db,
  scope: FeedScope,
  cursor: Cursor | null,
  limit: number,
  keep: (row: PublicationSummary & { grams?: string[] }) => boolean,
): Promise<PublicationSummary[]> {
  const kept: PublicationSummary[] = []
  let place = cursor
  for (;;) {
    const rows = await rowsAfter(db, scope, place, BATCH, 'grams' in scope)
    kept.push(...rows.filter(keep))
    const last = rows[rows.length - 1]
    if (kept.length >= limit || rows.length < BATCH || !last) return kept.slice(0, limit)
    place = { at: last.publishedAt, id: last._id }
  }
}

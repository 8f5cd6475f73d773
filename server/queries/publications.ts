import { trusted } from 'mongoose'
import type { Models, PublicationRow } from '../models'
import type { Cursor } from './cursor'

/** Fields of a publication that a list needs: never its content or its grams. */
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
} as const

export type PublicationSummary = Pick<PublicationRow, '_id' | keyof typeof SUMMARY_FIELDS>

const NEWEST_FIRST = { publishedAt: -1, _id: -1 } as const

/** Equality prefix of an index of `publications`: `live` always, the organisation wherever one is known. */
export type FeedScope = { orgCode: string; live: true } & Partial<
  Pick<PublicationRow, 'category' | 'period' | 'itemKey' | 'regards'>
> & { allGrams?: readonly string[] }

/** A scope as a filter; its grams must all be there. */
const filterOf = ({ allGrams, ...scope }: FeedScope) =>
  allGrams ? { ...scope, grams: trusted({ $all: [...allGrams] }) } : scope

/** The newest live publications of a scope. */
export function newestOf(models: Models, scope: FeedScope, limit: number): Promise<PublicationSummary[]> {
  return models.publications
    .find(filterOf(scope), SUMMARY_FIELDS)
    .sort(NEWEST_FIRST)
    .limit(limit)
    .lean<PublicationSummary[]>()
    .exec()
}

/**
 * Rows after the cursor, newest first. Two ranges instead of one `$or`: first the rest of those published at the very
 * same instant, then everything older; each walks the index, none is skipped or counted.
 */
export async function rowsAfter(
  models: Models,
  scope: FeedScope,
  cursor: Cursor | null,
  limit: number,
): Promise<PublicationSummary[]> {
  if (!cursor) return newestOf(models, scope, limit)
  const page = (range: Record<string, unknown>, count: number) =>
    models.publications
      .find({ ...filterOf(scope), ...range }, SUMMARY_FIELDS)
      .sort(NEWEST_FIRST)
      .limit(count)
      .lean<PublicationSummary[]>()
      .exec()
  const same = await page({ publishedAt: cursor.at, _id: trusted({ $lt: cursor.id }) }, limit)
  if (same.length === limit) return same
  return [...same, ...(await page({ publishedAt: trusted({ $lt: cursor.at }) }, limit - same.length))]
}

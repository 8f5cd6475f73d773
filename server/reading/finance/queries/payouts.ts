import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { Publications, type PublicationRow } from '@server/disclosure/publications'

/** Most notices of a year that are gathered; enough for a street of thirty villages with a dozen each. */
const MOST_LISTS = 400

const FIELDS = {
  noticeId: 1,
  orgCode: 1,
  regards: 1,
  period: 1,
  sentence: 1,
  content: 1,
  publishedAt: 1,
} as const
export type ListingRow = Pick<PublicationRow, keyof typeof FIELDS>

export interface Listings {
  year: number
  /** Years that have notices, newest first. */
  years: number[]
  /** Newest period first. */
  rows: ListingRow[]
  cut: boolean
}

/** Returns what an organisation shows now of one category in a year, by default the newest year that has any. */
export async function listingsOf(
  db: Db,
  scope: { orgCode: string; category: string },
  wanted: number | undefined,
  today: string,
): Promise<Listings> {
  const filter = { orgCode: scope.orgCode, live: true, category: scope.category }
  const periods = await db.of(Publications).distinct('period', filter).exec()
  const years = [...new Set(periods.map(period => Number(period.slice(0, 4))))].sort((a, b) => b - a)
  const year = wanted ?? years[0] ?? Number(today.slice(0, 4))
  const within = trusted({ $gte: String(year), $lt: String(year + 1) })
  const rows = await db
    .of(Publications)
    .find({ ...filter, period: within }, FIELDS)
    .sort({ period: -1, _id: -1 })
    .limit(MOST_LISTS + 1)
    .lean<ListingRow[]>()
    .exec()
  return { year, years, rows: rows.slice(0, MOST_LISTS), cut: rows.length > MOST_LISTS }
}

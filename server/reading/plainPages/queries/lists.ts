import { trusted } from 'mongoose'
import { chinaDate } from '@shared/common/period'
import type { Db } from '@server/platform/store/db'
import {
  endOf,
  isOver,
  newestOf,
  Publications,
  type PublicationRow,
  type PublicationSummary,
  SUMMARY_FIELDS,
} from '@server/disclosure/publications'

/** Newest publications looked at for running publicity periods, which last a few weeks at most. */
const LOOKED_AT = 60
/** Most notices of a list of one year. */
const MOST = 1_000

/** A public notice whose publicity period runs. */
export interface OpenPeriod {
  id: string
  title: string
  /** Last day `YYYY-MM-DD`. */
  endsOn: string
}

type Period = Pick<PublicationRow, 'noticeId' | 'title' | 'publicity' | 'publicityMoved'>

/** Returns the notices of an organisation on which people may still object, the one that ends first on top. */
export async function openPeriods(db: Db, orgCode: string, now: Date): Promise<OpenPeriod[]> {
  const rows = await db
    .of(Publications)
    .find({ orgCode, live: true }, { noticeId: 1, title: 1, publicity: 1, publicityMoved: 1 })
    .sort({ publishedAt: -1, _id: -1 })
    .limit(LOOKED_AT)
    .lean<Period[]>()
    .exec()
  return rows
    .filter(row => !isOver(row, now))
    .map(row => ({ id: row.noticeId, title: row.title, endsOn: endOf(row).endsOn }))
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
}

interface Scope {
  orgCode: string
  /** Null: every category. */
  category: string | null
}

const filterOf = ({ orgCode, category }: Scope) => ({
  orgCode,
  live: true as const,
  ...(category !== null && { category }),
})

const yearOf = (instant: Date): number => Number(chinaDate(instant).slice(0, 4))

/** Returns the years from the newest notice of a list to the oldest. */
export async function yearsOf(db: Db, scope: Scope): Promise<number[]> {
  const [newest] = await newestOf(db, filterOf(scope), 1)
  if (!newest) return []
  const oldest = await db
    .of(Publications)
    .findOne(filterOf(scope), { publishedAt: 1 })
    .sort({ publishedAt: 1, _id: 1 })
    .lean<Pick<PublicationRow, 'publishedAt'>>()
    .exec()
  const last = yearOf(newest.publishedAt)
  const first = yearOf(oldest?.publishedAt ?? newest.publishedAt)
  return Array.from({ length: last - first + 1 }, (_, at) => last - at)
}

const startOf = (year: number): Date => new Date(`${year}-01-01T00:00:00+08:00`)

/** Returns the notices of a list published in a year, newest first. */
export const publishedIn = (db: Db, scope: Scope, year: number): Promise<PublicationSummary[]> =>
  db
    .of(Publications)
    .find(
      { ...filterOf(scope), publishedAt: trusted({ $gte: startOf(year), $lt: startOf(year + 1) }) },
      SUMMARY_FIELDS,
    )
    .sort({ publishedAt: -1, _id: -1 })
    .limit(MOST)
    .lean<PublicationSummary[]>()
    .exec()

import { FOCUS_CATEGORIES, GENERAL_CATEGORY } from '@shared/facts/disclosure/categories'
import { chinaDate, periodOf, periodRange } from '@shared/common/period'
import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { namesIn, type OrgNames, type OrgRow } from '@server/people/orgs'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import { removedOf } from '@server/disclosure/removals'
import { newestOf, type PublicationSummary, Publications } from '@server/disclosure/publications'

const RECENT = 8

/** The general category, then the five. */
const SHOWN = [GENERAL_CATEGORY, ...FOCUS_CATEGORIES]

export interface CategoryRows {
  code: string
  name: string
  newest: PublicationSummary | null
  countThisQuarter: number
}

export interface HomeRows {
  /** In the order of the five categories. */
  categories: CategoryRows[]
  others: CategoryRows
  recent: PublicationSummary[]
  removed: RemovedNotice[]
  names: OrgNames
}

/** Returns the first instant of the quarter in China that contains `now`. */
function quarterStart(now: Date): Date {
  const { start } = periodRange(periodOf(chinaDate(now), 'quarterly'))
  return new Date(`${start}T00:00:00+08:00`)
}

/**
 * Returns everything that the home page shows of one organisation's notices; each part is bounded by an index prefix.
 */
export async function homeOf(db: Db, org: OrgRow, now: Date): Promise<HomeRows> {
  const scope = { orgCode: org._id, live: true } as const
  const [recent, published, newest, removed] = await Promise.all([
    newestOf(db, scope, RECENT),
    db
      .of(Publications)
      .find({ ...scope, publishedAt: trusted({ $gte: quarterStart(now) }) }, { category: 1 })
      .lean<{ category: string }[]>()
      .exec(),
    Promise.all(SHOWN.map(({ code }) => newestOf(db, { ...scope, category: code }, 1))),
    removedOf(db, org),
  ])
  const [others, ...categories] = SHOWN.map(({ code, name }, index) => ({
    code,
    name,
    newest: newest[index]?.[0] ?? null,
    countThisQuarter: published.filter(row => row.category === code).length,
  }))
  return {
    categories,
    others: others!,
    recent,
    removed: removed.slice(0, RECENT),
    names: await namesIn(db, [org], recent),
  }
}

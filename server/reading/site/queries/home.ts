import { FOCUS_CATEGORIES, GENERAL_CATEGORY } from '@shared/facts/disclosure/categories'
import { chinaDate, periodOf, periodRange } from '@shared/common/period'
import type { KeyFigure } from '@shared/contract/reading/answer'
import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { namesIn, type OrgNames, type OrgRow } from '@server/people/orgs'
import { type OpenDifference, openDifferencesOf } from '@server/disclosure/discrepancies'
import { type OverdueRow, overdueOf } from '@server/disclosure/obligations'
import { objectionCounts } from '@server/participation/objections'
import { mattersUnderWay, type UnderWay } from '@server/power/cases'
import {
  figuresOf,
  findPublished,
  lastPublished,
  newestOf,
  postedNow,
  type PostedRow,
  type PresentedNotice,
  type PublicationSummary,
  Publications,
} from '@server/disclosure/publications'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import { removedOf } from '@server/disclosure/removals'

const RECENT = 8
/** Most rows of each other section: what does not fit has a page of its own. */
const SHOWN = 3
/** Newest notices of village finance among which the statement is looked for. */
const FINANCE = 6

/** The general category, then the five. */
const CATEGORIES = [GENERAL_CATEGORY, ...FOCUS_CATEGORIES]

export interface CategoryRows {
  code: string
  name: string
  newest: PublicationSummary | null
  figure: KeyFigure | null
  countThisQuarter: number
  overdue: OverdueRow | null
}

/** The notice that the letter 明白信 is about, with the one before it. */
export interface LetterRows {
  published: PresentedNotice
  last: PresentedNotice['publication'] | null
}

export interface HomeRows {
  /** In the order of the five categories. */
  categories: CategoryRows[]
  others: CategoryRows
  recent: PublicationSummary[]
  letter: LetterRows | null
  open: (PostedRow & { objections: number })[]
  overdue: OverdueRow[]
  differing: OpenDifference[]
  underWay: UnderWay[]
  removed: RemovedNotice[]
  names: OrgNames
}

/** Returns the first instant of the quarter in China that contains `now`. */
function quarterStart(now: Date): Date {
  const { start } = periodRange(periodOf(chinaDate(now), 'quarterly'))
  return new Date(`${start}T00:00:00+08:00`)
}

/** Returns the newest statement of the organisation's own accounts; a street's about a village is the village's. */
async function newestStatement(db: Db, orgCode: string): Promise<string | null> {
  const rows = await db
    .of(Publications)
    .find(
      { orgCode, live: true, category: 'village-finance' },
      { noticeId: 1, regards: 1, 'content.blocks.type': 1 },
    )
    .sort({ publishedAt: -1, _id: -1 })
    .limit(FINANCE)
    .lean<{ noticeId: string; regards: string | null; content: { blocks: { type: string }[] } }[]>()
    .exec()
  const isOwn = ({ regards, content }: (typeof rows)[number]) =>
    regards === null && content.blocks.some(({ type }) => type === 'money')
  return rows.find(isOwn)?.noticeId ?? null
}

async function letterOf(
  db: Db,
  orgCode: string,
  recent: readonly PublicationSummary[],
): Promise<LetterRows | null> {
  const own = recent.find(({ regards }) => regards === null)?.noticeId
  const noticeId = (await newestStatement(db, orgCode)) ?? own
  const published = noticeId === undefined ? null : await findPublished(db, noticeId)
  if (!published?.record) return null
  return { published, last: await lastPublished(db, published.publication) }
}

async function openOf(db: Db, orgCode: string, now: Date): Promise<HomeRows['open']> {
  const posted = (await postedNow(db, orgCode, now)).slice(0, SHOWN)
  return Promise.all(
    posted.map(async row => ({ ...row, objections: (await objectionCounts(db, row.noticeId)).open })),
  )
}

/**
 * Returns everything that the home page shows of one organisation's notices; each part is bounded by an index prefix.
 */
export async function homeOf(db: Db, org: OrgRow, now: Date): Promise<HomeRows> {
  const scope = { orgCode: org._id, live: true } as const
  const [recent, published, newest, overdue, differing, open, underWay, removed] = await Promise.all([
    newestOf(db, scope, RECENT),
    db
      .of(Publications)
      .find({ ...scope, publishedAt: trusted({ $gte: quarterStart(now) }) }, { category: 1 })
      .lean<{ category: string }[]>()
      .exec(),
    Promise.all(CATEGORIES.map(({ code }) => newestOf(db, { ...scope, category: code }, 1))),
    overdueOf(db, org._id, chinaDate(now)),
    openDifferencesOf(db, org._id),
    openOf(db, org._id, now),
    mattersUnderWay(db, org._id, SHOWN),
    removedOf(db, org),
  ])
  const [figures, letter, names] = await Promise.all([
    figuresOf(db, newest.flat(), now),
    letterOf(db, org._id, recent),
    namesIn(db, [org], recent),
  ])
  const [others, ...categories] = CATEGORIES.map(({ code, name }, index): CategoryRows => {
    const row = newest[index]?.[0] ?? null
    return {
      code,
      name,
      newest: row,
      figure: (row && figures.get(row._id)) ?? null,
      countThisQuarter: published.filter(({ category }) => category === code).length,
      overdue: overdue.find(({ category }) => category === code) ?? null,
    }
  })
  return {
    categories,
    others: others!,
    recent,
    removed: removed.slice(0, RECENT),
    letter,
    open,
    overdue,
    differing: differing.slice(0, SHOWN),
    underWay,
    names,
  }
}

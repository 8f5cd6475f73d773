import { frequencyOf } from '@server/domain/category'
import { periodRange, previousPeriod, recentPeriods } from '@shared/common/period'
import type { Category } from '@shared/contract/catalogues/category'
import type { Db } from '@server/platform/store/db'
import { type Past, publishedBefore } from './noticeContext'
import { Notices, type NoticeRow } from '../models/notices'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'
import { matterKeys } from '@server/catalogues/villageCatalogue'

/** Number of past periods that the form offers. */
const OFFERED = 13

export interface NoticeFormData {
  period: string
  periods: string[]
  /** Periods that already have a notice. */
  taken: ReadonlySet<string>
  /** The last notice of the item before the period; null when there is none. */
  last: Past | null
}

/** Returns the periods with a notice of the item, or of one linked as the same, about the whole organisation. */
async function takenPeriods(db: Db, orgCode: string, itemKey: string): Promise<Set<string>> {
  const rows: Pick<NoticeRow, 'period' | 'regards' | 'state'>[] = []
  for (const key of (await matterKeys(db, orgCode))(itemKey)) {
    const found = await db
      .of(Notices)
      .find({ orgCode, itemKey: key }, { period: 1, regards: 1, state: 1 })
      .lean<Pick<NoticeRow, 'period' | 'regards' | 'state'>[]>()
      .exec()
    const standing = found.filter(({ state }) => state !== 'discarded')
    rows.push(...standing.filter(({ state }) => key === itemKey || state !== 'withdrawn'))
  }
  return new Set(rows.filter(row => row.regards === null).map(row => row.period))
}

/** Returns the newest ended period without a notice; if all have one, the running period, then an older one. */
function openPeriod([running, ...ended]: string[], taken: ReadonlySet<string>): string {
  const open = [...ended, running!].find(period => !taken.has(period))
  if (open) return open
  let older = previousPeriod(ended.at(-1) ?? running!)
  while (older && taken.has(older)) older = previousPeriod(older)
  return older ?? running!
}

/** Loads the past data that the form of an item needs. */
export async function loadNoticeForm(
  db: Db,
  place: { orgCode: string; item: CatalogueItemRow; category: Category; today: string; period?: string },
): Promise<NoticeFormData> {
  const { orgCode, item, category, today } = place
  const recent = recentPeriods(today, frequencyOf(item, category), OFFERED)
  const taken = await takenPeriods(db, orgCode, item.key)
  const period = place.period ?? openPeriod(recent, taken)
  const past = await publishedBefore(db, { orgCode, itemKey: item.key, period, regards: null })
  const periods = [...new Set([period, ...recent])].sort(newestFirst)
  return { period, periods, taken, last: past[0] ?? null }
}

const newestFirst = (a: string, b: string): number => (periodRange(a).end < periodRange(b).end ? 1 : -1)

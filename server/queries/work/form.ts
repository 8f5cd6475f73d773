import { periodRange, recentPeriods } from '@shared/domain/period'
import type { Category } from '@shared/schemas/category'
import type { CatalogueItemRow, Models } from '../../models'
import { type Past, publishedBefore } from './notices'

/** How many periods back the form offers. */
const OFFERED = 13

export interface FormGround {
  period: string
  periods: string[]
  /** The last notice of the item before the period; null when it is the first. */
  last: Past | null
}

/** The newest period that has no notice yet: the running one only when all before it are there. */
async function openPeriod(
  models: Models,
  orgCode: string,
  itemKey: string,
  periods: string[],
): Promise<string> {
  const rows = await models.notices
    .find({ orgCode, itemKey }, { period: 1 })
    .lean<{ period: string }[]>()
    .exec()
  const taken = new Set(rows.map(row => row.period))
  const [running, ...ended] = periods
  return ended.find(period => !taken.has(period)) ?? running!
}

/** What the form of an item needs to know of the past. */
export async function formGround(
  models: Models,
  place: { orgCode: string; item: CatalogueItemRow; category: Category; today: string; period?: string },
): Promise<FormGround> {
  const { orgCode, item, category, today } = place
  const recent = recentPeriods(today, category.frequency, OFFERED)
  const period = place.period ?? (await openPeriod(models, orgCode, item.key, recent))
  const past = await publishedBefore(models, { orgCode, itemKey: item.key, period, regards: null })
  return { period, periods: [...new Set([period, ...recent])].sort(newestFirst), last: past[0] ?? null }
}

const newestFirst = (a: string, b: string): number => (periodRange(a).end < periodRange(b).end ? 1 : -1)

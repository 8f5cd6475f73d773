import {
  ACT_DAYS,
  type DaysRule,
  LEAST_PUBLICITY,
  PUBLICITY_RULES,
  RETENTION_RULES,
  type RetentionRule,
  type WaitedAct,
} from '@shared/facts/disclosure/publicityRules'
import type { Publicity } from '@shared/contract/disclosure/notice'
import { addDays, assumedPart, parseDeadline, periodEnd, type Computed, withAssumedYears } from './deadline'
import type { HolidayTable, NoticeSpan } from './deadline/types'

/** The fields of a catalogue item that determine the publicity period. */
export interface PublicityItem {
  path: readonly string[]
  /** 公开时限 as written. */
  deadline: string | null
}

const CHINA_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** Returns the instant at which a day in China ends. */
export const endOfDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS - CHINA_OFFSET_MS).toISOString()

/** Returns a period named in the item's own 公开时限: 公示7个工作日. Months are not a posting period. */
function writtenSpan({ deadline }: PublicityItem): NoticeSpan | null {
  if (!deadline) return null
  const spans = parseDeadline(deadline).rules.flatMap(rule => rule.notice ?? [])
  return spans.find(span => span.unit !== 'month') ?? null
}

function namedRule({ path }: PublicityItem): DaysRule | null {
  const text = path.join(' ')
  const ranked = PUBLICITY_RULES.flatMap(rule =>
    rule.words.filter(word => text.includes(word)).map(word => ({ rule, length: word.length })),
  ).sort((a, b) => b.length - a.length)
  return ranked[0]?.rule ?? null
}

/** Returns the rule of an item: its own, else that of its kind, never less than the minimum. */
function publicityRule(item: PublicityItem): DaysRule {
  const written = writtenSpan(item)
  const named = namedRule(item) ?? LEAST_PUBLICITY
  if (!written || written.unit === 'month') return named
  const { n, unit } = written
  if (n < LEAST_PUBLICITY.n) return named
  return { n, unit, source: `目录事项的公开时限：${item.deadline}`, checkedOn: named.checkedOn }
}

/**
 * Computes the publicity period 公示期 of an edition published on a day (China's calendar). The day of publication
 * does not count (民法典 §201); calendar days that end on a rest day end on the next working day (§203). A year without
 * a holiday table is computed by weekends and named in `assumedYears`.
 */
export function publicityOf(item: PublicityItem, publishedOn: string, holidays: HolidayTable): Publicity {
  const { n, unit, source } = publicityRule(item)
  const end = endOfPublicity({ startsOn: addDays(publishedOn, 1), days: n, unit }, holidays)
  return {
    startsOn: addDays(publishedOn, 1),
    endsOn: end.value,
    endsAt: endOfDay(end.value),
    days: n,
    unit,
    basis: source,
    ...assumedPart(end),
  }
}

/** Computes the last day of a publicity period from its first one and its length. */
export const endOfPublicity = (
  { startsOn, days, unit }: Pick<Publicity, 'startsOn' | 'days' | 'unit'>,
  holidays: HolidayTable,
): Computed<string> =>
  withAssumedYears(holidays, table => periodEnd(addDays(startsOn, -1), { n: days, unit }, table).date)

/** Returns the last day for an act expected from `from` on. */
export const actDueOn = (act: WaitedAct, from: string, holidays: HolidayTable): Computed<string> =>
  withAssumedYears(holidays, table => periodEnd(from, ACT_DAYS[act], table).date)

/** Returns the retention period 保管期限 of a notice of the category. */
export const retentionOf = (category: string): RetentionRule =>
  RETENTION_RULES.find(rule => rule.category === category) ?? RETENTION_RULES.at(-1)!

import { chinaDate, periodRange, recentPeriods } from '@shared/common/period'
import { seededRandom } from './seededRandom'

/** Number of quarters that the seed covers: the last ones that have ended. */
const QUARTERS = 5

export interface SeedCalendar {
  now: Date
  /** Today in China, `YYYY-MM-DD`. */
  today: string
  /** Months that have ended since the start of the first covered quarter, oldest first. */
  months: string[]
  /** The last five ended quarters, oldest first. */
  quarters: string[]
  /** Years that contain a covered quarter, oldest first. */
  years: string[]
}

const ended = (today: string) => (key: string) => periodRange(key).end < today

/** Returns the periods of the seed, as of `now`. */
export function seedCalendar(now: Date): SeedCalendar {
  const today = chinaDate(now)
  const quarters = recentPeriods(today, 'quarterly', QUARTERS + 1)
    .slice(1)
    .reverse()
  const start = periodRange(quarters[0]!).start
  const months = recentPeriods(today, 'monthly', QUARTERS * 3 + 3)
    .filter(key => periodRange(key).start >= start)
    .filter(ended(today))
    .reverse()
  return { now, today, months, quarters, years: [...new Set(quarters.map(key => key.slice(0, 4)))] }
}

const OFFICE_OPENS = 9
const CHINA_HOURS = 8

const DAY = 86_400_000
const SUNDAY = 0
const SATURDAY = 6

/** Returns the same day, or the Monday after a weekend. */
function weekday(midnight: number): number {
  const day = new Date(midnight).getUTCDay()
  if (day === SATURDAY) return midnight + 2 * DAY
  return day === SUNDAY ? midnight + DAY : midnight
}

/** Returns an instant in office hours (09:00–17:29 in China), `days` after the date; the same for the same key. */
export function officeMoment(date: string, days: number, ...key: string[]): Date {
  const chance = seededRandom('moment', date, ...key)
  const minutes = chance.int(0, 8 * 60 + 29)
  const midnight = weekday(Date.parse(`${date}T00:00:00Z`) + days * DAY)
  return new Date(midnight + ((OFFICE_OPENS - CHINA_HOURS) * 60 + minutes) * 60_000 + chance.int(0, 59_999))
}

/** Returns an instant in office hours, `offset` days after the period's last day. */
export const afterPeriod = (period: string, offset: number, ...key: string[]): Date =>
  officeMoment(periodRange(period).end, offset, period, ...key)

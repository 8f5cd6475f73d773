import { chinaDate, dateLabel } from '@shared/common/period'
import { serverNow } from '../state/serverClock'

/** `2026年3月5日`, in Beijing time whatever the phone's zone. */
export const fullDate = (instant: string): string => dateLabel(chinaDate(new Date(instant)))

/** `3月5日` within this year, else with the year; of a calendar date. */
export function shortDay(day: string, now = serverNow()): string {
  const thisYear = `${chinaDate(now).slice(0, 4)}年`
  const label = dateLabel(day)
  return label.startsWith(thisYear) ? label.slice(thisYear.length) : label
}

/** The same of an instant, in Beijing time. */
export const shortDate = (instant: string, now?: Date): string => shortDay(chinaDate(new Date(instant)), now)

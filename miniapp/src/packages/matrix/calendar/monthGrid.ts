import type { DisclosureCalendar } from '@shared/contract/reading/site'

type Item = DisclosureCalendar['items'][number]

/** Heads of the columns: a week begins on Monday. */
export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const

/** What is due on one day. */
export interface DayDuties {
  all: number
  done: number
  late: number
}

const DAY_MS = 86_400_000

/** 0: Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** Weeks of a month (2026-11) as days (2026-11-01); null: a day of another month. */
export function weeksOf(month: string): (string | null)[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const before = weekdayOf(`${month}-01`)
  const weeks = Math.ceil((before + days) / WEEKDAYS.length)
  const dayAt = (place: number): string | null =>
    place < 0 || place >= days ? null : new Date(first + place * DAY_MS).toISOString().slice(0, 10)
  return Array.from({ length: weeks }, (_week, week) =>
    WEEKDAYS.map((_day, day) => dayAt(week * WEEKDAYS.length + day - before)),
  )
}

/** The month before or after (2026-11). */
export function monthAway(month: string, by: -1 | 1): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

const NOTHING: DayDuties = { all: 0, done: 0, late: 0 }

const withItem = ({ all, done, late }: DayDuties, { state }: Item): DayDuties => ({
  all: all + 1,
  done: done + (state === 'done' || state === 'done-late' ? 1 : 0),
  late: late + (state === 'late' ? 1 : 0),
})

/** Duties of a month by the day on which they are due. */
export function dutiesByDay(items: readonly Item[], month: string): Map<string, DayDuties> {
  const days = new Map<string, DayDuties>()
  for (const item of items) {
    const { dueOn } = item
    if (dueOn.slice(0, 7) === month) days.set(dueOn, withItem(days.get(dueOn) ?? NOTHING, item))
  }
  return days
}

export function dutiesOfMonth(days: ReadonlyMap<string, DayDuties>): DayDuties {
  const sum = { ...NOTHING }
  days.forEach(({ all, done, late }) => {
    sum.all += all
    sum.done += done
    sum.late += late
  })
  return sum
}

/** 到期 8 件，公开了 3 件，到期没有公开 5 件. */
export const dutiesText = ({ all, done, late }: DayDuties): string =>
  [`到期 ${all} 件`, done > 0 && `公开了 ${done} 件`, late > 0 && `到期没有公开 ${late} 件`]
    .filter(Boolean)
    .join('，')

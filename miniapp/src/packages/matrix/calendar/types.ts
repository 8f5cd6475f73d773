/** What is looked at: a month (2026-11), and a day of it (2026-11-30) or the whole. */
export interface LookedMonth {
  month: string
  day: string | null
}

export interface MonthCalendarProps extends LookedMonth {
  org: string
  today: string
  onLook: (looked: LookedMonth) => void
}

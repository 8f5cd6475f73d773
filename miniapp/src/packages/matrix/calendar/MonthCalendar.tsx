import type { MonthCalendarProps } from './types'

/** The month as a grid exists on wide screens in the browser alone: `MonthCalendar.h5.tsx`. */
export function MonthCalendar(_props: MonthCalendarProps): null {
  return null
}

import type { HolidayTable } from '@server/domain/deadline'
import type { DayMove } from '@shared/contract/disclosure/holidays'
import { defineEvent, defineQuestion } from '@server/platform/events'

/** The table that now counts, and its year. */
export interface HolidaysKnown {
  id: string
  year: number
}

/** A year's table now counts: what assumed this year is recomputed. */
export const holidaysConfirmed = defineEvent<HolidaysKnown>('holidaysConfirmed')

/** A year with the table by which dates that assumed it are recomputed. */
export interface Recompute {
  year: number
  holidays: HolidayTable
  at: Date
}

/** Asks which dates of things under way a year's table moves. */
export const daysMoving = defineQuestion<Recompute, DayMove[]>('daysMoving')

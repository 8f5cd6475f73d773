import { addDays, type HolidayTable } from '@server/domain/deadline'
import { clockAnswer, type ClockEvent } from '@server/domain/application'
import type { ApplicationRow } from './models/applications'

/** Sorts what has no last day behind everything that has one. */
const LAST = '9999-12-31'

type ClockFields = Pick<ApplicationRow, 'receivedOn' | 'dueOn' | 'dueWords' | 'sortOn'>

/** Faults that are recorded and shown, while the step is taken all the same. */
const RECORDED = new Set(['reply-late', 'confirm-late', 'opinion-late', 'before-receipt'])

/** Computes the fields of the clock from all its events: nothing is ever added to a stored date. */
export function clockFields(events: readonly ClockEvent[], holidays: HolidayTable): ClockFields {
  const { receipt, due, words, alarm, missingYear } = clockAnswer({ events: [...events] }, holidays)
  const sortOn = due ?? alarm ?? (missingYear === null ? LAST : `${missingYear}-01-01`)
  return { receivedOn: receipt, dueOn: due, dueWords: words, sortOn }
}

/** Returns the faults that the last events bring: a second correction, a late extension, an opinion that nobody asked for. */
export const newFaults = (
  before: readonly ClockEvent[],
  more: readonly ClockEvent[],
  holidays: HolidayTable,
) =>
  clockAnswer({ events: [...before, ...more] }, holidays).faults.filter(
    ({ code, event }) => !RECORDED.has(code) && event !== null && event >= before.length,
  )

/** Last day of a limit; null where it has not begun. Beyond the holiday tables the plain days are counted. */
export function limitDay(
  clock: 'correction-limit' | 'fee-limit' | 'review-window',
  events: readonly ClockEvent[],
  holidays: HolidayTable,
): string | null {
  const { due, missingYear } = clockAnswer({ clock, events: [...events] }, holidays)
  if (due !== null || missingYear === null) return due
  const from = events.at(-1)?.on ?? `${missingYear}-01-01`
  return addDays(from, clock === 'review-window' ? 70 : 40)
}

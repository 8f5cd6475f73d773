export { movesByHolidays, noteMove } from './commands/noteMove'
export type { HolidaysKnown, Recompute } from './events'
export { activeHolidays, warnOfHolidays } from './queries/activeHolidays'

export { movesByHolidays, noteMove } from './commands/noteMove'
export type { HolidaysKnown, ReckonAnew } from './events'
export { activeHolidays, warnOfHolidays } from './queries/activeHolidays'

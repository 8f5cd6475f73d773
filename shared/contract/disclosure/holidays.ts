import { z } from 'zod'
import { CalendarDate, Id, Instant, OrgCode } from '../common'

/** Holiday tables 放假安排: the State Council's yearly notices, as data. */

const MOST_DAYS = 120
const MOST_YEARS = 5
/** Days as people type them; every fault of theirs is answered in words. */
const TypedDays = z.array(z.string().max(40)).max(MOST_DAYS)
const Source = z.string().trim().min(4).max(200)
const Address = z.url({ protocol: /^https?$/ }).max(500)

/** The paragraphs `一、元旦：…` of a year's notice, in its own words. */
export const HolidayText = z.strictObject({
  year: z.int().min(2000).max(2200),
  text: z.string().trim().min(1).max(6_000),
})
export type HolidayText = z.infer<typeof HolidayText>

/**
 * The days off and the make-up work days of each year, or the words of one year's notice, with the document they are
 * from.
 */
export const ImportHolidays = z.strictObject({
  years: z
    .record(z.string().max(10), z.strictObject({ off: TypedDays, work: TypedDays }))
    .refine(years => Object.keys(years).length <= MOST_YEARS)
    .default({}),
  notice: HolidayText.optional(),
  source: Source,
  url: Address,
})
export type ImportHolidays = z.infer<typeof ImportHolidays>

/** A date of something under way that a table moves. */
export const DayMove = z.object({
  kind: z.enum(['publicity', 'act', 'answer', 'obligation', 'case']),
  label: z.string(),
  id: Id,
  orgCode: OrgCode,
  from: CalendarDate,
  to: CalendarDate,
})
export type DayMove = z.infer<typeof DayMove>

/** An imported year; it counts once a second person has confirmed it. */
export const HolidayYear = z.object({
  id: Id,
  year: z.int(),
  off: z.array(CalendarDate),
  work: z.array(CalendarDate),
  source: z.string(),
  url: z.string(),
  state: z.enum(['waiting', 'confirmed']),
  importedBy: z.string(),
  importedAt: Instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: Instant.nullable(),
  mayConfirm: z.boolean(),
  /** While it waits: the days it changes, and the dates that move with them; empty afterwards. */
  days: z.array(z.object({ date: CalendarDate, rest: z.boolean() })),
  moves: z.array(DayMove),
})
export type HolidayYear = z.infer<typeof HolidayYear>

export const HolidayYears = z.object({
  /** Last day up to which all holidays are known, and the days until then. */
  knownTo: CalendarDate,
  daysLeft: z.int(),
  /** Years that came with the program. */
  published: z.array(z.object({ year: z.int(), sources: z.array(z.string()), checkedOn: CalendarDate })),
  /** Years imported here, the newest first. */
  items: z.array(HolidayYear),
  mayImport: z.boolean(),
})
export type HolidayYears = z.infer<typeof HolidayYears>

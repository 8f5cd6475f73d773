import { z } from 'zod'

/** Organisation code 机构代码: upper-case letters, digits and dashes, e.g. `XQ-DH-CT-V01`. */
export const OrgCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,31}$/)

/** Readable id with a prefix that names the kind, e.g. `ntc_4f1c…` (notice), `itm_…` (catalogue item). */
export const Id = z.string().regex(/^[a-z]{3}_[0-9a-z]{6,40}$/)

/** Calendar date `YYYY-MM-DD`, no time zone, as printed on the wall sheet. */
export const CalendarDate = z.iso.date()

/** Instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime()

/** Money 金额: integer fen 分 (1 yuan = 100 fen), never a float; up to 90 trillion yuan. */
export const Fen = z.int()

/**
 * Period key 公开所属期: month `2026-03`, quarter `2026Q1`, half-year `2026H1`, year `2026`,
 * single event by date `2026-03-05`. See shared/common/period.ts.
 */
export const PeriodKey = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|Q[1-4]|H[12])?$/)

export const SHA256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A place in a picture, in ten-thousandths of its width and height from the top left, upright as people see it. */
export const PictureArea = z.object({
  left: z.int().min(0).max(10_000),
  top: z.int().min(0).max(10_000),
  width: z.int().min(0).max(10_000),
  height: z.int().min(0).max(10_000),
})
export type PictureArea = z.infer<typeof PictureArea>

/** One fault in the input; an answer lists all faults of the request. */
export const Issue = z.object({
  /** Stable code, e.g. `required`, `balance-mismatch`; texts in shared/texts. */
  code: z.string(),
  /** A field path (`content.blocks.0.lines.3.amountFen`), a row, or both. */
  field: z.string().optional(),
  row: z.int().optional(),
  /** Plain Chinese sentence for the person who has to correct it. */
  message: z.string(),
  /** Message link `kind/id` to what the sentence is about. */
  link: z.string().optional(),
  /** Where in an uploaded picture. */
  area: PictureArea.optional(),
})
export type Issue = z.infer<typeof Issue>

/** Error shape of API and CLI. `code` is stable; `message` is Chinese. */
export const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.array(Issue),
    requestId: z.string().optional(),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>

/** Query of every paged list. The cursor is opaque: base64url of the last (publishedAt, id). */
export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number<number>().int().min(1).max(50).default(20),
})

/** Query of an endpoint without parameters: every name in it is an unknown field. */
export const NoQuery = z.object({})

/** A body without fields. */
export const Nothing = z.strictObject({})

export const ById = z.object({ id: Id })
export const ByOrg = z.object({ code: OrgCode })

/** File formats of a table. */
export const TableFormat = z.enum(['csv', 'xlsx'])

/** `{ items, nextCursor }`: nextCursor is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** Years without a known holiday table 放假安排 that a date was computed through by weekends; absent when none. */
export const AssumedYears = z.array(z.int())

/** Most rows of one request that acts on several. */
const MANY = 100

/** Rows to act on, each once. */
export const many = <T extends z.ZodType<{ id: string }>>(row: T) =>
  z
    .array(row)
    .min(1)
    .max(MANY)
    .refine(rows => new Set(rows.map(({ id }) => id)).size === rows.length, { message: 'duplicate' })

/** Report of an act on several rows, in the order of the request; a row that is not done says why. */
export const ManyReport = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      done: z.boolean(),
      code: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
})
export type ManyReport = z.infer<typeof ManyReport>

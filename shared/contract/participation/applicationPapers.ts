import { z } from 'zod'
import { CalendarDate, Id, SHA256 } from '../common'

/** A passage that is withheld 不公开的部分: the words wherever they are, or in one paragraph alone. */
const Withheld = z.strictObject({
  /** Words under the bar; of an uploaded picture: what was painted over. They are stored sealed. */
  words: z.string().trim().min(1).max(2000),
  paragraph: z.int().min(1).optional(),
  kind: z.string().max(40),
  reason: z.string().trim().min(2).max(500),
})

/** A paper that is given out: an uploaded file as it is, or a redacted copy 遮盖件 that is made from a text. */
export const AddApplicationPaper = z.strictObject({
  version: z.int().min(0),
  itemId: z.string().max(10),
  /** File name without its ending. */
  name: z.string().trim().min(1).max(80),
  sha256: SHA256.optional(),
  /** Paragraphs of the whole text; nothing of what is withheld is stored or printed. */
  text: z.array(z.string().max(5000)).min(1).max(400).optional(),
  withheld: z.array(Withheld).max(200).default([]),
})
export type AddApplicationPaper = z.infer<typeof AddApplicationPaper>

/** A paper as its reader downloads it; `ticket` opens it for ten minutes. */
export const ApplicationPaper = z.object({
  id: Id,
  itemId: z.string(),
  name: z.string(),
  bytes: z.int(),
  redacted: z.boolean(),
  withheld: z.array(z.object({ place: z.string(), kind: z.string(), reason: z.string() })),
  ticket: z.string(),
})
export type ApplicationPaper = z.infer<typeof ApplicationPaper>

/** One paper of the file 归档目录; `missing`: what it lacks, null: nothing. */
export const ArchiveEntry = z.object({ name: z.string(), missing: z.string().nullable() })
export type ArchiveEntry = z.infer<typeof ArchiveEntry>

export const ByTicket = z.object({ ticket: z.string().regex(/^[\w.-]{20,120}$/) })

/** Review or suit 复议、诉讼 against a reply, in the columns of table 四; `result`: null while it is open. */
export const Remedy = z.object({
  id: z.string(),
  track: z.enum(['review', 'suit-direct', 'suit-after-review']),
  body: z.string(),
  on: CalendarDate,
  result: z.enum(['upheld', 'corrected', 'other']).nullable(),
  resultOn: CalendarDate.nullable(),
})
export type Remedy = z.infer<typeof Remedy>

/** An item that others asked for too 条例 §44: `proposed`: to be made active; `address`: where it is public since. */
export const SimilarItem = z.object({
  itemId: z.string(),
  people: z.int(),
  numbers: z.array(z.string()),
  proposed: z.boolean(),
  dueOn: CalendarDate.nullable(),
  address: z.string().nullable(),
  /** What was decided, in words; null: nothing yet. */
  decision: z.string().nullable(),
})
export type SimilarItem = z.infer<typeof SimilarItem>

import { z } from 'zod'
import { AssumedYears, CalendarDate, Id, Instant, OrgCode, PeriodKey } from '../common'

/** Removal of published words 撤回与删除: takes two sides and is public itself. */

/** `withdrawal` 撤回, hidden at once and confirmed afterwards; `erasure` 依法删除, agreed on before it is done. */
export const RemovalKind = z.enum(['withdrawal', 'erasure'])
export type RemovalKind = z.infer<typeof RemovalKind>

/**
 * `waiting`: for the other sides. Of a withdrawal: `confirmed`, `returned` (refused, or not confirmed in time),
 * `replaced` (a corrected edition is public). Of an erasure: `erased`, `refused`, `dropped` (taken back).
 */
export const RemovalState = z.enum([
  'waiting',
  'confirmed',
  'returned',
  'replaced',
  'erased',
  'refused',
  'dropped',
])
export type RemovalState = z.infer<typeof RemovalState>

/** The side that a word is given for: `supervisors` 监督机构, `street` 街道（镇）, of a street's own notice the district. */
export const RemovalSide = z.enum(['supervisors', 'street'])
export type RemovalSide = z.infer<typeof RemovalSide>

/** Word of one side 一方的意见. */
export const RemovalWord = z.object({
  side: RemovalSide,
  /** Name of the body 机构. */
  body: z.string(),
  by: z.string(),
  at: Instant,
})
export type RemovalWord = z.infer<typeof RemovalWord>

/** What stays of a removed edition on lists and in the register: which matter, when, by whom, why; never its words. */
export const RemovedNotice = z.object({
  id: Id,
  kind: RemovalKind,
  state: RemovalState,
  /** 已撤回, 已依法删除 … */
  word: z.string(),
  noticeId: Id,
  edition: z.int(),
  orgCode: OrgCode,
  orgName: z.string(),
  category: z.string(),
  /** Matter as the catalogue names it. */
  matter: z.string(),
  period: PeriodKey,
  periodLabel: z.string(),
  publishedAt: Instant,
  /** When the words left the public; of a proposal when it was made. */
  at: Instant,
  /** Name and body of who removed or proposed it. */
  by: z.string(),
  /** Reason of a withdrawal; of an erasure the article of law and what led to it. */
  basis: z.string(),
  /** Last day of the supervising body to confirm a withdrawal; null: nothing waits. */
  confirmBy: CalendarDate.nullable(),
  assumedYears: AssumedYears.optional(),
  /** Sides that agreed. */
  agreed: z.array(RemovalWord),
  /** How a withdrawal ended that was not confirmed, or why an erasure was refused. */
  outcome: z.string().nullable(),
  decidedAt: Instant.nullable(),
  /** The notice that stays public in place of a duplicate 重复公开. */
  instead: Id.optional(),
})
export type RemovedNotice = z.infer<typeof RemovedNotice>

/** Removed notices of a page's scope, newest first. */
export const RemovedNotices = z.array(RemovedNotice)

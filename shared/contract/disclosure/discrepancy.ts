import { z } from 'zod'
import { ComparedField } from './presentation'
import { CalendarDate, Id, Instant, OrgCode, PageQuery, PeriodKey, pageOf } from '../common'

/** Subject of a difference, see server/domain/comparison/differences.ts. */
export const DiscrepancyKind = z.enum([
  'amount',
  'count',
  'standard',
  'period',
  'date',
  'basis',
  'quantity',
  'element',
  'row',
  'occurrence',
  'wording',
  'unreadable',
])
export type DiscrepancyKind = z.infer<typeof DiscrepancyKind>

/** `must`: 必须一致, has to be corrected; `note`: 提醒. */
export const DiscrepancySeverity = z.enum(['must', 'note'])
export type DiscrepancySeverity = z.infer<typeof DiscrepancySeverity>

/**
 * One difference between the disclosures of the same item by village and government. Texts are as published;
 * null: not disclosed.
 */
export const Difference = z.object({
  kind: DiscrepancyKind,
  severity: DiscrepancySeverity,
  /** Id of the compared field. */
  field: z.string(),
  label: z.string(),
  village: z.string().nullable(),
  government: z.string().nullable(),
  /** Plain Chinese sentence. */
  message: z.string(),
})
export type Difference = z.infer<typeof Difference>

/** State of a discrepancy; transitions in server/disclosure/discrepancies/states.ts. */
export const DiscrepancyState = z.enum(['open', 'answered', 'ordered', 'corrected', 'explained', 'void'])
export type DiscrepancyState = z.infer<typeof DiscrepancyState>

export const DiscrepancyEventName = z.enum([
  'found',
  'changed',
  'comment',
  'answer',
  'order',
  'accept',
  'corrected',
  'merged',
  'void',
])
export type DiscrepancyEventName = z.infer<typeof DiscrepancyEventName>

/** One step in the public history of a discrepancy: names bodies, never people. */
export const DiscrepancyStep = z.object({
  event: DiscrepancyEventName,
  /** Action, e.g. 街道提意见, 村里说明. */
  label: z.string(),
  /** Acting body: village committee or street; 系统 for automatic steps. */
  body: z.string(),
  text: z.string().nullable(),
  /** Last day for a visible correction; only with `order`. */
  correctBy: CalendarDate.nullable(),
  at: Instant,
})
export type DiscrepancyStep = z.infer<typeof DiscrepancyStep>

/** A discrepancy 不一致 as shown on the comparison page 对照. */
export const PublicDiscrepancy = Difference.extend({
  id: Id,
  state: DiscrepancyState,
  stateLabel: z.string(),
  /** The rows that differ, for a list; empty once names are folded. */
  rows: z.array(ComparedField),
  /** Oldest first. */
  steps: z.array(DiscrepancyStep),
})
export type PublicDiscrepancy = z.infer<typeof PublicDiscrepancy>

export const DiscrepancyAbility = z.enum(['comment', 'order', 'answer', 'accept'])
export type DiscrepancyAbility = z.infer<typeof DiscrepancyAbility>

/** A discrepancy in the staff's list. */
export const DiscrepancyRow = Difference.extend({
  id: Id,
  orgCode: OrgCode,
  orgName: z.string(),
  streetName: z.string(),
  itemName: z.string(),
  period: PeriodKey,
  periodLabel: z.string(),
  villageNoticeId: Id,
  governmentNoticeId: Id,
  state: DiscrepancyState,
  stateLabel: z.string(),
  /** Counter for compare-and-set; each change increments it. */
  version: z.int(),
  updatedAt: Instant,
  /** Actions that the reader's role and the state allow now. */
  abilities: z.array(DiscrepancyAbility),
})
export type DiscrepancyRow = z.infer<typeof DiscrepancyRow>

export const DiscrepancyQuery = PageQuery.extend({ state: DiscrepancyState.optional() })
export const DiscrepancyList = pageOf(DiscrepancyRow)
export type DiscrepancyList = z.infer<typeof DiscrepancyList>

/** One discrepancy with its history, for staff, who see names. */
export const DiscrepancyPage = z.object({
  discrepancy: DiscrepancyRow,
  steps: z.array(DiscrepancyStep.extend({ by: z.string() })),
  /** Working edition of the village's notice. */
  notice: z.object({
    id: Id,
    title: z.string(),
    stateLabel: z.string(),
    version: z.int(),
    /** The reader may start a correction of it now. */
    mayCorrect: z.boolean(),
    mayRead: z.boolean(),
  }),
})
export type DiscrepancyPage = z.infer<typeof DiscrepancyPage>

const Seen = { version: z.int().min(0) }

/** Adds a comment by the street 街道提意见; changes no state. */
export const CommentDiscrepancy = z.strictObject({ ...Seen, text: z.string().trim().min(2).max(500) })
export type CommentDiscrepancy = z.infer<typeof CommentDiscrepancy>
/** Records the village's explanation of the difference 村里说明. */
export const AnswerDiscrepancy = z.strictObject({ ...Seen, text: z.string().trim().min(4).max(500) })
export type AnswerDiscrepancy = z.infer<typeof AnswerDiscrepancy>
/** Orders the correction of the village's notice 责令更正; without a day the rule's default applies. */
export const OrderDiscrepancy = z.strictObject({
  ...Seen,
  reason: z.string().trim().min(4).max(500),
  correctBy: CalendarDate.optional(),
})
export type OrderDiscrepancy = z.infer<typeof OrderDiscrepancy>
/** Accepts the village's explanation 街道认可说明. */
export const AcceptDiscrepancy = z.strictObject({
  ...Seen,
  text: z.string().trim().min(2).max(500).optional(),
})
export type AcceptDiscrepancy = z.infer<typeof AcceptDiscrepancy>

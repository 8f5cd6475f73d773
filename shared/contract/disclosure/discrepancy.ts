import { z } from 'zod'
import { CalendarDate, Id, Instant, OrgCode, PageQuery, PeriodKey, pageOf } from '../common'

/** What a difference is about, see server/domain/comparison/differences.ts. */
export const FindingKind = z.enum([
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
export type FindingKind = z.infer<typeof FindingKind>

/** `must`: 必须一致; `note`: 提醒. */
export const FindingSeverity = z.enum(['must', 'note'])
export type FindingSeverity = z.infer<typeof FindingSeverity>

/** One difference between a village's and the government's disclosure of the same matter. Texts are as published; null = not disclosed. */
export const Difference = z.object({
  kind: FindingKind,
  severity: FindingSeverity,
  /** Id of the compared field. */
  field: z.string(),
  label: z.string(),
  village: z.string().nullable(),
  government: z.string().nullable(),
  /** Plain Chinese sentence. */
  message: z.string(),
})
export type Difference = z.infer<typeof Difference>

/** State of a finding; transitions in server/disclosure/discrepancies/states.ts. */
export const FindingState = z.enum(['open', 'answered', 'ordered', 'corrected', 'explained', 'void'])
export type FindingState = z.infer<typeof FindingState>

export const FindingEventName = z.enum([
  'found',
  'changed',
  'comment',
  'answer',
  'order',
  'accept',
  'corrected',
  'void',
])
export type FindingEventName = z.infer<typeof FindingEventName>

/** What happened to a finding, as everybody may see it: bodies, never people. */
export const FindingStep = z.object({
  event: FindingEventName,
  /** 做了什么: 街道提意见, 村里说明 … */
  label: z.string(),
  /** Who speaks: the village committee, the street; 系统 for what the comparison did by itself. */
  body: z.string(),
  text: z.string().nullable(),
  /** Last day for a visible correction; with `order` alone. */
  mendBy: CalendarDate.nullable(),
  at: Instant,
})
export type FindingStep = z.infer<typeof FindingStep>

/** A finding 不一致 as it stands on 对照. */
export const PublicFinding = Difference.extend({
  id: Id,
  state: FindingState,
  stateLabel: z.string(),
  /** Oldest first. */
  steps: z.array(FindingStep),
})
export type PublicFinding = z.infer<typeof PublicFinding>

export const FindingAbility = z.enum(['comment', 'order', 'answer', 'accept'])
export type FindingAbility = z.infer<typeof FindingAbility>

/** A finding in the list of the staff. */
export const FindingRow = Difference.extend({
  id: Id,
  orgCode: OrgCode,
  orgName: z.string(),
  streetName: z.string(),
  itemName: z.string(),
  period: PeriodKey,
  periodLabel: z.string(),
  villageNoticeId: Id,
  governmentNoticeId: Id,
  state: FindingState,
  stateLabel: z.string(),
  /** Counter for compare-and-set; every change adds one. */
  version: z.int(),
  updatedAt: Instant,
  /** What the reader may do now: role and state together. */
  abilities: z.array(FindingAbility),
})
export type FindingRow = z.infer<typeof FindingRow>

export const FindingQuery = PageQuery.extend({ state: FindingState.optional() })
export const FindingList = pageOf(FindingRow)
export type FindingList = z.infer<typeof FindingList>

/** One finding with what was said about it; the staff see who said it. */
export const FindingPage = z.object({
  finding: FindingRow,
  steps: z.array(FindingStep.extend({ by: z.string() })),
  /** The notice of the village as it stands in work. */
  notice: z.object({
    id: Id,
    title: z.string(),
    stateLabel: z.string(),
    version: z.int(),
    /** The reader may begin a correction of it now. */
    mayCorrect: z.boolean(),
    mayRead: z.boolean(),
  }),
})
export type FindingPage = z.infer<typeof FindingPage>

const Seen = { version: z.int().min(0) }

/** 街道提意见; changes no state. */
export const CommentFinding = z.strictObject({ ...Seen, text: z.string().trim().min(2).max(500) })
export type CommentFinding = z.infer<typeof CommentFinding>
/** 村里说明为什么不一样. */
export const AnswerFinding = z.strictObject({ ...Seen, text: z.string().trim().min(4).max(500) })
export type AnswerFinding = z.infer<typeof AnswerFinding>
/** 责令更正: orders the correction of the village's notice; without a day the rule's default holds. */
export const OrderFinding = z.strictObject({
  ...Seen,
  reason: z.string().trim().min(4).max(500),
  mendBy: CalendarDate.optional(),
})
export type OrderFinding = z.infer<typeof OrderFinding>
/** 街道认可说明. */
export const AcceptFinding = z.strictObject({ ...Seen, text: z.string().trim().min(2).max(500).optional() })
export type AcceptFinding = z.infer<typeof AcceptFinding>

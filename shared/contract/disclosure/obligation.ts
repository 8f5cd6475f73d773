import { z } from 'zod'
import { OBLIGATION_STATE_CODES } from '../../facts/disclosure/matrixCodes'
import { TRIGGER_KINDS } from '../../facts/disclosure/triggerEvents'
import {
  AssumedYears,
  CalendarDate,
  Id,
  Instant,
  OrgCode,
  PageQuery,
  PeriodKey,
  many,
  pageOf,
} from '../common'

/** Obligation 公开义务: an item that an organisation has to disclose, with cause and due date. */

/** State on a given day, computed from the stored facts and the date. */
export const ObligationState = z.enum(OBLIGATION_STATE_CODES)
export type ObligationState = z.infer<typeof ObligationState>

export const TriggerKind = z.enum(TRIGGER_KINDS)

export const ObligationCauseKind = z.enum([
  'period',
  'event',
  'milestone',
  'standing',
  'notice',
  'unresolved',
])
export type ObligationCauseKind = z.infer<typeof ObligationCauseKind>

/** Reminder by the street 街道提醒, visible to the village. */
export const ObligationReminder = z.object({
  by: z.string(),
  body: z.string(),
  text: z.string(),
  at: Instant,
})
export type ObligationReminder = z.infer<typeof ObligationReminder>

export const Obligation = z.object({
  id: Id,
  orgCode: OrgCode,
  orgName: z.string(),
  itemId: Id,
  itemKey: z.string(),
  area: z.string(),
  /** Item path in one line. */
  name: z.string(),
  category: z.string(),
  causeKind: ObligationCauseKind,
  /** Cause in words: 2026年第三季度, 2026年10月8日 分配结果定了, 长期公开 … */
  causeLabel: z.string(),
  /** Period for the notice form; null if the author chooses it. */
  period: PeriodKey.nullable(),
  eventOn: CalendarDate.nullable(),
  /** Time limit in the catalogue's words; null if it has none. */
  deadline: z.string().nullable(),
  dueOn: CalendarDate.nullable(),
  assumedYears: AssumedYears.optional(),
  /** Calculation in words: "20 个工作日，跳过 …", or the reason why there is no due date. */
  words: z.string(),
  skipped: z.array(CalendarDate),
  /** Source of a number that is not from the catalogue; `setting`: set by the area, not by law. */
  basis: z.object({ text: z.string(), setting: z.boolean() }).nullable(),
  state: ObligationState,
  stateLabel: z.string(),
  /** Calendar days to the due date, negative if overdue; null without one. */
  daysLeft: z.int().nullable(),
  doneOn: CalendarDate.nullable(),
  noticeId: Id.nullable(),
  /** Why it does not apply or was withdrawn, or why no notice was drafted for it. */
  reason: z.string().nullable(),
  reminders: z.array(ObligationReminder),
  /** How many residents urged to disclose it 催一下; absent: none. */
  nudges: z.int().optional(),
  version: z.int(),
  /** `adopt`: the village's list lacks the item, which has to be added before a notice can be written. */
  abilities: z.array(z.enum(['adopt', 'not-applicable', 'remind', 'restore', 'write'])),
})
export type Obligation = z.infer<typeof Obligation>

/**
 * Filters with an index. `late`: overdue. `month`: due in that month, or opened in it if there is no due date. `day`: due on that
 * day, done or not.
 */
export const ObligationQuery = PageQuery.extend({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  day: CalendarDate.optional(),
  show: z.enum(['open', 'overdue', 'done', 'done-late', 'not-applicable', 'unresolved']).optional(),
})
export type ObligationQuery = z.infer<typeof ObligationQuery>

/** An item whose time limit starts with an event that a person has to record 等着发生的事. */
export const WaitingItem = z.object({
  itemId: Id,
  name: z.string(),
  area: z.string(),
  deadline: z.string(),
  events: z.array(z.object({ kind: TriggerKind, label: z.string() })),
})
export type WaitingItem = z.infer<typeof WaitingItem>

export const ObligationList = pageOf(Obligation).extend({
  today: CalendarDate,
  /** Open obligations by state, over all months. */
  counts: z.object({ overdue: z.int(), dueSoon: z.int(), running: z.int(), unresolved: z.int() }),
  /** On the first page only. */
  waiting: z.array(WaitingItem),
  conditions: z.array(z.object({ name: z.string(), label: z.string(), holds: z.boolean() })),
  mayRecord: z.boolean(),
})
export type ObligationList = z.infer<typeof ObligationList>

export const RecordTriggerEvent = z.strictObject({
  kind: TriggerKind,
  on: CalendarDate,
  itemIds: z.array(Id).min(1).max(50),
  /** Amount in fen, if the time limit depends on it. */
  amountFen: z.int().nonnegative().max(9_000_000_000_000_000).nullable().default(null),
})
export type RecordTriggerEvent = z.infer<typeof RecordTriggerEvent>

/** A recorded event 登记的事; `retracted`: withdrawn, with the reason. */
export const TriggerEvent = z.object({
  id: Id,
  orgCode: OrgCode,
  kind: TriggerKind,
  label: z.string(),
  on: CalendarDate,
  amountFen: z.int().nullable(),
  itemNames: z.array(z.string()),
  by: z.string(),
  at: Instant,
  retracted: z.object({ by: z.string(), reason: z.string(), at: Instant }).nullable(),
  mayRetract: z.boolean(),
})
export type TriggerEvent = z.infer<typeof TriggerEvent>

/** Newest record first. */
export const TriggerEventList = pageOf(TriggerEvent)
export type TriggerEventList = z.infer<typeof TriggerEventList>

/** Obligations that the event started, now or earlier. */
export const RecordedTriggerEvent = z.object({ id: Id, obligations: z.array(Obligation) })
export type RecordedTriggerEvent = z.infer<typeof RecordedTriggerEvent>

/** Retracts a mistaken record 撤回一条登记: its open obligations no longer apply, completed ones remain. */
export const RetractTriggerEvent = z.strictObject({ reason: z.string().trim().min(4).max(200) })
export type RetractTriggerEvent = z.infer<typeof RetractTriggerEvent>

export const MarkNotApplicable = z.strictObject({
  version: z.int().min(0),
  reason: z.string().trim().min(4).max(200),
})
export type MarkNotApplicable = z.infer<typeof MarkNotApplicable>

/** Restores an obligation that was marked 不适用 by mistake. */
export const RestoreObligation = MarkNotApplicable
export type RestoreObligation = z.infer<typeof RestoreObligation>

export const RemindObligation = z.strictObject({ text: z.string().trim().min(2).max(200).optional() })
export type RemindObligation = z.infer<typeof RemindObligation>

/** Reminds of several obligations with one text. */
export const RemindObligations = RemindObligation.extend({ obligations: many(z.strictObject({ id: Id })) })
export type RemindObligations = z.infer<typeof RemindObligations>

/** Urging to disclose what is late 催一下: how many have, and whether this person had before. Never who. */
export const Nudged = z.object({ nudges: z.int(), again: z.boolean() })
export type Nudged = z.infer<typeof Nudged>

export const SetConditions = z.strictObject({
  conditions: z.array(z.enum(['many-transactions'])).max(5),
})
export type SetConditions = z.infer<typeof SetConditions>
export const Conditions = ObligationList.pick({ conditions: true })
export type Conditions = z.infer<typeof Conditions>

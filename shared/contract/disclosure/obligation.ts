import { z } from 'zod'
import { OBLIGATION_STATE_CODES } from '../../facts/disclosure/matrixCodes'
import { TRIGGER_KINDS } from '../../facts/disclosure/triggerEvents'
import { CalendarDate, Id, Instant, OrgCode, PageQuery, PeriodKey, pageOf } from '../common'

/** 公开义务: what an organisation has to disclose of an item, why, and until when. */

/** State on a day: facts are stored, the state is computed from them and today. */
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

/** A reminder by the street 街道提醒, seen by the village. */
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
  category: z.string().nullable(),
  causeKind: ObligationCauseKind,
  /** 2026年第三季度, 2026年10月8日 分配结果定了, 长期公开 … */
  causeLabel: z.string(),
  /** Period to open the notice form with; null where the writer chooses. */
  period: PeriodKey.nullable(),
  eventOn: CalendarDate.nullable(),
  /** The time limit as the catalogue words it; null when it has none. */
  deadline: z.string().nullable(),
  dueOn: CalendarDate.nullable(),
  /** The sum in words: "20 个工作日，跳过 …"; what the rule lacks when there is no due date. */
  words: z.string(),
  skipped: z.array(CalendarDate),
  /** Where a number comes from that the catalogue does not name; `setting`: set by the area, no law. */
  basis: z.object({ text: z.string(), setting: z.boolean() }).nullable(),
  state: ObligationState,
  stateLabel: z.string(),
  /** Calendar days to the due date, negative once it is over; null without one. */
  daysLeft: z.int().nullable(),
  doneOn: CalendarDate.nullable(),
  noticeId: Id.nullable(),
  /** Why it does not apply, or was taken away. */
  reason: z.string().nullable(),
  reminders: z.array(ObligationReminder),
  version: z.int(),
  abilities: z.array(z.enum(['not-applicable', 'remind', 'restore', 'write'])),
})
export type Obligation = z.infer<typeof Obligation>

/** Filters that an index serves. `late`: overdue. `month`: due in that month, or opened in it when there is no due date. */
export const ObligationQuery = PageQuery.extend({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  show: z.enum(['open', 'overdue', 'done', 'done-late', 'not-applicable', 'unresolved']).optional(),
})
export type ObligationQuery = z.infer<typeof ObligationQuery>

/** An item whose clock starts with an event that somebody has to record 等着发生的事. */
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
  /** Open duties by state, over all months. */
  counts: z.object({ overdue: z.int(), dueSoon: z.int(), running: z.int(), unresolved: z.int() }),
  /** On the first page only. */
  waiting: z.array(WaitingItem),
  conditions: z.array(z.object({ name: z.string(), label: z.string(), holds: z.boolean() })),
  mayRecord: z.boolean(),
})
export type ObligationList = z.infer<typeof ObligationList>

export const RecordEvent = z.strictObject({
  kind: TriggerKind,
  on: CalendarDate,
  itemIds: z.array(Id).min(1).max(50),
  /** Amount in fen, where the time limit depends on it. */
  amountFen: z.int().nonnegative().max(9_000_000_000_000_000).nullable().default(null),
})
export type RecordEvent = z.infer<typeof RecordEvent>

/** What somebody recorded 登记的事; `retracted`: taken back, with the reason. */
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
export const EventList = pageOf(TriggerEvent)
export type EventList = z.infer<typeof EventList>

/** The duties that an event started or that it had started before. */
export const RecordedEvent = z.object({ id: Id, duties: z.array(Obligation) })
export type RecordedEvent = z.infer<typeof RecordedEvent>

/** 撤回一条登记: a slip of the pen; what is still open of it no longer applies, what is done stays. */
export const RetractEvent = z.strictObject({ reason: z.string().trim().min(4).max(200) })
export type RetractEvent = z.infer<typeof RetractEvent>

export const MarkNotApplicable = z.strictObject({
  version: z.int().min(0),
  reason: z.string().trim().min(4).max(200),
})
export type MarkNotApplicable = z.infer<typeof MarkNotApplicable>

/** A duty that was marked 不适用 by mistake is to be done again. */
export const RestoreObligation = MarkNotApplicable
export type RestoreObligation = z.infer<typeof RestoreObligation>

export const RemindObligation = z.strictObject({ text: z.string().trim().min(2).max(200).optional() })
export type RemindObligation = z.infer<typeof RemindObligation>

export const PutConditions = z.strictObject({
  conditions: z.array(z.enum(['many-transactions'])).max(5),
})
export type PutConditions = z.infer<typeof PutConditions>
export const Conditions = ObligationList.pick({ conditions: true })
export type Conditions = z.infer<typeof Conditions>

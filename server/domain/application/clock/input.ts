import { z } from 'zod'
import { isCalendarDate } from '@server/domain/deadline'
import { OPINION_KINDS } from '../law'

/** The event list of one application, as `application clock` reads it. Fields that it does not know are ignored. */

const CLOCKS = [
  'reply',
  'correction-notice',
  'correction-limit',
  'opinion-limit',
  'fee-limit',
  'review-window',
] as const
export type ClockName = (typeof CLOCKS)[number]

export const CalendarDay = z.string().refine(isCalendarDate, { error: '不是有效的日期（应为 YYYY-MM-DD）' })

const on = CalendarDay
const days = z.int().min(1).max(10_000)
const manner = z.enum(['direct', 'post', 'platform'])
const party = { to: z.string().min(1).nullish(), kind: z.enum(OPINION_KINDS).nullish() }

const plain = <Name extends string>(name: Name) => z.object({ type: z.literal(name), on })

export const ClockEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('submitted'),
    on,
    channel: z.enum(['in-person', 'oral', 'platform']).nullish(),
  }),
  z.object({ type: z.literal('signed'), on, channel: z.literal('post-signed').nullish() }),
  z.object({
    type: z.literal('arrived'),
    on,
    channel: z.enum(['post-ordinary', 'fax', 'email']).nullish(),
  }),
  plain('confirmed'),
  z.object({
    type: z.literal('correction-notified'),
    on,
    limitWd: days.nullish(),
    deliveredOn: CalendarDay.nullish(),
  }),
  plain('corrected'),
  z.object({ type: z.literal('opinion-sought'), on, ...party, deliveredOn: CalendarDay.nullish() }),
  z.object({ type: z.literal('opinion-received'), on, ...party }),
  z.object({ type: z.literal('extended'), on, wd: days, approvedBy: z.string().min(1).nullish() }),
  plain('reason-asked'),
  plain('reason-given'),
  z.object({ type: z.literal('delayed-to'), on, until: CalendarDay }),
  z.object({ type: z.literal('fee-notified'), on, deliveredOn: CalendarDay.nullish() }),
  plain('fee-paid'),
  z.object({ type: z.literal('replied'), on, manner: manner.nullish() }),
  z.object({ type: z.literal('delivered'), on, manner: manner.nullish() }),
])
export type ClockEvent = z.infer<typeof ClockEvent>
export type EventOf<Type extends ClockEvent['type']> = Extract<ClockEvent, { type: Type }>

/** Names of the events in what people read. */
export const EVENT_NAMES: Readonly<Record<ClockEvent['type'], string>> = {
  submitted: '提交申请',
  signed: '签收邮件',
  arrived: '收到平常信函、传真或电子邮件',
  confirmed: '与申请人确认',
  'correction-notified': '告知补正',
  corrected: '收到补正',
  'opinion-sought': '征求意见',
  'opinion-received': '收到意见',
  extended: '告知延期',
  'reason-asked': '要求说明理由',
  'reason-given': '申请人说明理由',
  'delayed-to': '告知延迟答复的日期',
  'fee-notified': '发出收费通知',
  'fee-paid': '申请人缴费',
  replied: '答复',
  delivered: '送达',
}

export const EventList = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  clock: z.enum(CLOCKS).nullish(),
  events: z.array(ClockEvent).max(10_000),
})
export type EventList = z.infer<typeof EventList>

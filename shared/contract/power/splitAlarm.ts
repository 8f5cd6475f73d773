import { z } from 'zod'
import { CalendarDate, Fen, Id, Instant, OrgCode } from '../common'
import { OrgRef } from '../people/org'
import { CaseClock, CaseStatus } from './case'

/** Reference to a case. */
const CaseLine = z.object({
  id: Id,
  orgName: z.string(),
  itemName: z.string(),
  about: z.string(),
})

/** Split alarm 疑似拆分: a question about several cases, not an accusation. */
export const SplitAlarm = z.object({
  id: Id,
  orgCode: OrgCode,
  orgName: z.string(),
  itemName: z.string(),
  /** Reason for showing them together. */
  words: z.string(),
  cases: z.array(
    z.object({
      id: Id,
      title: z.string(),
      payee: z.string().nullable(),
      amountFen: Fen,
      openedOn: CalendarDate,
      statusLabel: z.string(),
    }),
  ),
  answer: z.object({ outcomeLabel: z.string(), text: z.string(), by: z.string(), at: Instant }).nullable(),
  mayAnswer: z.boolean(),
})
export type SplitAlarm = z.infer<typeof SplitAlarm>

/**
 * Case overview of a street, a district or a single village. Villages are in the order of the area, not ranked.
 */
export const SplitAlarms = z.object({
  org: OrgRef,
  today: CalendarDate,
  /** Days covered. */
  days: z.int(),
  /** Rule for suspected splitting, in words, and its source. */
  rule: z.object({ words: z.string(), source: z.string() }),
  villages: z.array(
    z.object({
      code: OrgCode,
      name: z.string(),
      counts: z.array(z.object({ status: CaseStatus, label: z.string(), n: z.int() })),
      late: z.int(),
    }),
  ),
  late: z.array(
    CaseLine.extend({ stepName: z.string(), claimedBy: z.string().nullable(), clock: CaseClock }),
  ),
  /** Meeting records 会议记录: counted votes, newest first. */
  meetings: z.array(
    CaseLine.extend({
      stepName: z.string(),
      on: CalendarDate,
      count: z.string(),
      result: z.string(),
      papers: z.array(z.string()),
    }),
  ),
  /** Stops by supervisors 监督叫停: stopped cases with reasons, newest first. */
  stops: z.array(CaseLine.extend({ from: CalendarDate, to: CalendarDate.nullable(), reason: z.string() })),
  /** Remarks by supervisors 监督意见 without a stop, newest first. */
  remarks: z.array(CaseLine.extend({ on: CalendarDate, stepName: z.string(), text: z.string() })),
  alarms: z.array(SplitAlarm),
})
export type SplitAlarms = z.infer<typeof SplitAlarms>

export const SplitAlarmOutcome = z.enum(['separate', 'joined'])

/** Result of the street's inquiry into an alarm 核实结果. */
export const AnswerSplitAlarm = z.strictObject({
  outcome: SplitAlarmOutcome,
  text: z.string().trim().min(4).max(500),
})
export type AnswerSplitAlarm = z.infer<typeof AnswerSplitAlarm>

import { z } from 'zod'
import { CalendarDate, Fen, Id, Instant, OrgCode } from '../common'
import { OrgRef } from '../people/org'
import { CaseClock, CaseStatus } from './case'

/** Which case a line is about. */
const CaseLine = z.object({
  id: Id,
  orgName: z.string(),
  itemName: z.string(),
  about: z.string(),
})

/** 疑似拆分: a question, with the cases that it is about. It accuses nobody. */
export const SplitAlarm = z.object({
  id: Id,
  orgCode: OrgCode,
  orgName: z.string(),
  itemName: z.string(),
  /** Why they are shown together. */
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

/** The desk of the cases of a street, a district, or a village alone. Villages stand in the order of the area: no ranking. */
export const SplitAlarms = z.object({
  org: OrgRef,
  today: CalendarDate,
  /** Days that it looks back. */
  days: z.int(),
  /** When matters look split up, in words, and where that is written. */
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
  /** 会议记录: votes that were counted, newest first. */
  meetings: z.array(
    CaseLine.extend({
      stepName: z.string(),
      on: CalendarDate,
      count: z.string(),
      result: z.string(),
      papers: z.array(z.string()),
    }),
  ),
  /** 监督叫停: cases that were stopped, and why, newest first. */
  stops: z.array(CaseLine.extend({ from: CalendarDate, to: CalendarDate.nullable(), reason: z.string() })),
  /** 监督意见 without a stop, newest first. */
  remarks: z.array(CaseLine.extend({ on: CalendarDate, stepName: z.string(), text: z.string() })),
  alarms: z.array(SplitAlarm),
})
export type SplitAlarms = z.infer<typeof SplitAlarms>

export const SplitOutcome = z.enum(['separate', 'joined'])

/** 核实结果 of an alarm, by the street. */
export const AnswerSplit = z.strictObject({
  outcome: SplitOutcome,
  text: z.string().trim().min(4).max(500),
})
export type AnswerSplit = z.infer<typeof AnswerSplit>

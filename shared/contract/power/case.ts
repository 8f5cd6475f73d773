import { z } from 'zod'
import {
  AssumedYears,
  CalendarDate,
  Fen,
  Id,
  Instant,
  OrgCode,
  PageQuery,
  PeriodKey,
  SHA256,
  pageOf,
} from '../common'
import { PowerItem } from './item'
import { Attachment } from '../disclosure/notice'
import { OrgRef } from '../people/org'

/** Actions on cases 办件 of micro-power items, as routes `POST /cases/:id/<ability>`. */
export const CaseAbility = z.enum([
  'claim',
  'hand-over',
  'finish',
  'vote',
  'amount',
  'pause',
  'resume',
  'remark',
  'stop',
  'lift',
  'cancel',
])
export type CaseAbility = z.infer<typeof CaseAbility>

export const CaseStatus = z.enum(['running', 'paused', 'stopped', 'finished', 'cancelled'])

/** Public. Service cases concern a single household: title and papers are hidden here. */
export const CaseSummary = z.object({
  id: Id,
  orgCode: OrgCode,
  itemCode: z.string(),
  itemName: z.string(),
  classLabel: z.string(),
  title: z.string().nullable(),
  status: CaseStatus,
  statusLabel: z.string(),
  /** Current step; null once the case is closed. */
  stepName: z.string().nullable(),
  /** Last result, if the case reached its end. */
  result: z.string().nullable(),
  openedOn: CalendarDate,
  closedOn: CalendarDate.nullable(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** Newest first. */
export const CaseList = pageOf(CaseSummary)
export type CaseList = z.infer<typeof CaseList>

/** Progress, for the flow chart. */
export const CaseProgress = z.object({
  done: z.array(z.string()),
  here: z.string().nullable(),
  taken: z.array(z.object({ from: z.string(), to: z.string() })),
})

/** A file among a step's papers 凭证; visible to staff only. */
export const CaseFile = Attachment.extend({ paper: z.string() })

export const CaseStep = z.object({
  step: z.string(),
  name: z.string(),
  on: CalendarDate,
  result: z.string().nullable(),
  /** Reason why the step is no longer valid: 退回, 金额变了. */
  undone: z.string().nullable(),
})
export type CaseStep = z.infer<typeof CaseStep>

export const CasePage = CaseSummary.extend({
  org: OrgRef,
  /** The item at the time of opening. */
  item: PowerItem,
  progress: CaseProgress,
  /** Amounts of a collective matter, first to newest; none of a service to one person. */
  amounts: z.array(z.string()),
  /** Day on which the supervisors stopped it 叫停, while it is stopped. */
  stoppedOn: CalendarDate.nullable(),
  /** Completed steps, oldest first. */
  steps: z.array(CaseStep),
  /** Published notices of its steps. */
  notices: z.array(z.object({ id: Id, title: z.string() })),
})
export type CasePage = z.infer<typeof CasePage>

export const CaseQuery = PageQuery.extend({ show: z.enum(['open', 'closed']).optional() })

export const Ballots = z.strictObject({
  eligible: z.int(),
  present: z.int(),
  agree: z.int(),
  against: z.int(),
  abstain: z.int(),
})

/** Time limit of a step or of the whole case, with its words. */
export const CaseClock = z.object({
  dueOn: CalendarDate.nullable(),
  light: z.enum(['none', 'yellow', 'red', 'standing']),
  words: z.string(),
  assumedYears: AssumedYears.optional(),
})

/** A case in the staff's list. */
export const WorkCase = CaseSummary.extend({
  /** Subject, also for service cases. */
  about: z.string(),
  amountFen: Fen.nullable(),
  claimedBy: z.string().nullable(),
  mine: z.boolean(),
  clock: CaseClock.nullable(),
})
export type WorkCase = z.infer<typeof WorkCase>

/** `openable`: items in force for which the person may open a case 提出一件事. */
export const WorkCaseList = pageOf(WorkCase).extend({
  org: OrgRef,
  openable: z.array(z.object({ code: z.string(), name: z.string(), takesAmount: z.boolean() })),
})
export type WorkCaseList = z.infer<typeof WorkCaseList>

/** Requirements of the current step. */
export const CaseTask = z.object({
  step: z.string(),
  name: z.string(),
  who: z.string(),
  action: z.string(),
  evidence: z.array(z.string()),
  /** Results to choose from; empty: none required. */
  results: z.array(z.string()),
  /** Voting rule in words; null: no vote. */
  vote: z.string().nullable(),
  /** The amount must be entered before the case can continue. */
  amountMissing: z.boolean(),
  /** People who can take over the step. */
  people: z.array(z.object({ id: Id, name: z.string() })),
})
export type CaseTask = z.infer<typeof CaseTask>

export const CaseEventLine = z.object({
  label: z.string(),
  stepName: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
  at: Instant,
})

/** What is left to do for a disclosure without a draft, and why there is none. */
export const CaseTodo = z.object({
  why: z.array(z.string()),
  /** `adopt`: add the item to the village's list; `write`: write the notice of the item; null: nothing to open. */
  next: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('adopt') }),
      z.object({ kind: z.literal('write'), itemId: Id, period: PeriodKey }),
    ])
    .nullable(),
})
export type CaseTodo = z.infer<typeof CaseTodo>

export const WorkCasePage = WorkCase.extend({
  org: OrgRef,
  item: PowerItem,
  progress: CaseProgress,
  steps: z.array(
    CaseStep.extend({
      by: z.string(),
      papers: z.array(z.string()),
      files: z.array(CaseFile),
      ballots: Ballots.nullable(),
      amountFen: Fen.nullable(),
    }),
  ),
  version: z.int(),
  payee: z.string().nullable(),
  task: CaseTask.nullable(),
  whole: CaseClock.nullable(),
  /** Disclosures required by completed steps, each with its draft or notice, or with what is left to do. */
  obligations: z.array(
    z.object({
      stepName: z.string(),
      what: z.string(),
      dueOn: CalendarDate.nullable(),
      assumedYears: AssumedYears.optional(),
      noticeId: Id.nullable(),
      todo: CaseTodo.nullable(),
    }),
  ),
  events: z.array(CaseEventLine),
  /** Split alarm 疑似拆分: why this case and others should be checked together; null: none. */
  alarm: z.string().nullable(),
  abilities: z.array(CaseAbility),
})
export type WorkCasePage = z.infer<typeof WorkCasePage>

const Reason = z.string().trim().max(200)
const Amount = z.int().nonnegative().max(9_000_000_000_000_000)

export const OpenCase = z.strictObject({
  itemCode: z.string().min(1).max(40),
  /** Subject 事由. */
  title: z.string().trim().min(2).max(100),
  amountFen: Amount.nullable().default(null),
  /** Payee 收款方 if known, used by the split alarm. */
  payee: z.string().trim().min(2).max(100).nullable().default(null),
})
export type OpenCase = z.infer<typeof OpenCase>

/** Version that the person saw. */
const Seen = { version: z.int().min(1) }
const AtStep = { ...Seen, step: z.string().min(1).max(40) }
const Paper = z.string().trim().min(1).max(200)
/** Papers present; `files`: those uploaded for this case. */
const Evidence = {
  papers: z.array(Paper).max(50).default([]),
  files: z
    .array(z.strictObject({ paper: Paper, sha256: SHA256 }))
    .max(50)
    .default([]),
}

export const ClaimCase = z.strictObject(AtStep)
export const HandOverCase = z.strictObject({ ...AtStep, to: Id, reason: Reason })
export const FinishCase = z.strictObject({
  ...AtStep,
  result: z.string().trim().max(200).nullable().default(null),
  ...Evidence,
})
export const VoteOnCase = z.strictObject({ ...AtStep, ballots: Ballots, ...Evidence })
export const SetCaseAmount = z.strictObject({ ...AtStep, amountFen: Amount, reason: Reason })
export const ResumeCase = z.strictObject(Seen)
/** Reason for pausing, remarking on, stopping, lifting the stop of or cancelling a case. */
export const CaseReason = z.strictObject({ ...Seen, reason: Reason })

export const CaseBodies = {
  claim: ClaimCase,
  'hand-over': HandOverCase,
  finish: FinishCase,
  vote: VoteOnCase,
  amount: SetCaseAmount,
  pause: CaseReason,
  resume: ResumeCase,
  remark: CaseReason,
  stop: CaseReason,
  lift: CaseReason,
  cancel: CaseReason,
} satisfies Record<CaseAbility, z.ZodType>
export type CaseBody<A extends CaseAbility = CaseAbility> = z.infer<(typeof CaseBodies)[A]>

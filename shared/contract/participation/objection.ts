import { z } from 'zod'
import { AssumedYears, Id, Instant, OrgCode, PageQuery, pageOf } from '../common'
import { Contact } from '../people/org'

/** State of an objection 异议; transitions in server/participation/objections/states.ts. */
export const ObjectionState = z.enum([
  'held',
  'open',
  'answered',
  'unsatisfied',
  'town',
  'town-answered',
  'town-unsatisfied',
  'county',
  'county-answered',
  'settled',
  'closed',
  'withdrawn',
  'refused',
])
export type ObjectionState = z.infer<typeof ObjectionState>

export const ObjectionKind = z.enum(['amount', 'name', 'procedure', 'unclear', 'other'])
export const ObjectionWay = z.enum(['supervisors', 'committee'])

const PlaceId = z.string().min(1).max(400)

/**
 * Ids in the presented record: a block, a row of it (`total/ID` for a total), a column of that row; none: the
 * whole notice.
 */
export const ObjectionTarget = z.strictObject({
  blockId: PlaceId.optional(),
  rowId: PlaceId.optional(),
  columnId: PlaceId.optional(),
})
export type ObjectionTarget = z.infer<typeof ObjectionTarget>

const MIN_TEXT = 5
const Words = z.string().trim().min(MIN_TEXT).max(2000)

export const FileObjection = z
  .strictObject({
    /** Edition that the villager read. */
    edition: z.int().positive(),
    target: ObjectionTarget.default({}),
    kind: ObjectionKind,
    text: Words.optional(),
    /** Hides the name from those who answer as well. The public never sees it. */
    anonymous: z.boolean().default(false),
    via: ObjectionWay.default('supervisors'),
    /** Id of a confirmed claim to act for an elder. */
    actsFor: Id.optional(),
  })
  .refine(({ kind, text }) => kind !== 'other' || text !== undefined, { path: ['text'], message: 'required' })
export type FileObjection = z.infer<typeof FileObjection>

const Seen = { version: z.int().min(0) }
export const AnswerObjection = z.strictObject({ ...Seen, text: Words })
export type AnswerObjection = z.infer<typeof AnswerObjection>
/** Records whether the villager considers it settled. */
export const SettleObjection = z.strictObject({ ...Seen, settled: z.boolean(), text: Words.optional() })
export type SettleObjection = z.infer<typeof SettleObjection>
export const EscalateObjection = z.strictObject({ ...Seen, text: Words.optional() })
export type EscalateObjection = z.infer<typeof EscalateObjection>
export const StepObjection = z.strictObject({ ...Seen })
export type StepObjection = z.infer<typeof StepObjection>
export const RefuseObjection = z.strictObject({ ...Seen, reason: Words })
export type RefuseObjection = z.infer<typeof RefuseObjection>

export const ObjectionAbility = z.enum(['answer', 'release', 'refuse', 'settle', 'escalate', 'withdraw'])
export type ObjectionAbility = z.infer<typeof ObjectionAbility>

/** An objection in a list of the objector or of staff. */
export const ObjectionSummary = z.object({
  id: Id,
  number: z.string(),
  noticeId: Id,
  noticeTitle: z.string(),
  orgCode: OrgCode,
  orgName: z.string(),
  /** Position, without content. */
  place: z.string(),
  kindLabel: z.string(),
  state: ObjectionState,
  stateLabel: z.string(),
  late: z.boolean(),
  /** Last day for the pending act; null if none is pending. */
  dueOn: z.iso.date().nullable(),
  assumedYears: AssumedYears.optional(),
  filedAt: Instant,
  /** Code of the organisation that has to answer. */
  handlerCode: OrgCode,
})
export type ObjectionSummary = z.infer<typeof ObjectionSummary>

export const ObjectionList = pageOf(ObjectionSummary)
export type ObjectionList = z.infer<typeof ObjectionList>

/** Complete objection, for the objector and the staff in charge. */
export const ObjectionPage = z.object({
  objection: ObjectionSummary.extend({
    edition: z.int(),
    version: z.int(),
    /** Content of that position; null for the whole notice, or if it was withdrawn. */
    cells: z.string().nullable(),
    text: z.string().nullable(),
    /** Kinds of personal data masked in the submitted text. */
    covered: z.array(z.string()),
    anonymous: z.boolean(),
    wayLabel: z.string(),
    /** Objector: 我, the name, or 一位村民. */
    by: z.string(),
    /** Name of the elder represented. */
    forElder: z.string().nullable(),
    /** Submitted after the time limit. */
    afterTime: z.boolean(),
    handlerName: z.string(),
    /** Last day with its calculation 最迟 …; null if no act is pending. */
    dueWords: z.string().nullable(),
    /** Next step, in a sentence. */
    next: z.string(),
  }),
  history: z.array(z.object({ at: Instant, label: z.string(), by: z.string(), text: z.string().nullable() })),
  /** Contacts. */
  contacts: z.array(Contact),
  abilities: z.array(ObjectionAbility),
})
export type ObjectionPage = z.infer<typeof ObjectionPage>

export const ObjectionCounts = z.object({ open: z.int(), answered: z.int(), settled: z.int() })
export type ObjectionCounts = z.infer<typeof ObjectionCounts>

/** Public: questions and answers on a notice, without names. */
export const NoticeObjections = z.object({
  counts: ObjectionCounts,
  items: z.array(
    z.object({
      number: z.string(),
      by: z.string(),
      place: z.string(),
      kindLabel: z.string(),
      text: z.string().nullable(),
      filedOn: z.iso.date(),
      answers: z.array(z.object({ by: z.string(), text: z.string(), on: z.iso.date() })),
      stateLabel: z.string(),
    }),
  ),
})
export type NoticeObjections = z.infer<typeof NoticeObjections>

/** `waiting`: staff must act, the oldest due date first. `rest`: all others, last changed first. */
export const ObjectionWorkQuery = PageQuery.extend({ show: z.enum(['waiting', 'rest']).default('waiting') })

export const CannedReasons = z.object({
  uses: z.array(z.object({ use: z.string(), reasons: z.array(z.string()) })),
})
export type CannedReasons = z.infer<typeof CannedReasons>

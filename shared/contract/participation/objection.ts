import { z } from 'zod'
import { Id, Instant, OrgCode, PageQuery, pageOf } from '../common'
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

/** Ids of the presented record: a block, a row of it (`total/ID` for a total), a column of that row; none = the whole notice. */
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
    /** The edition that the villager has read. */
    edition: z.int().positive(),
    target: ObjectionTarget.default({}),
    kind: ObjectionKind,
    text: Words.optional(),
    /** Not even those who answer see the name. The public never does. */
    anonymous: z.boolean().default(false),
    via: ObjectionWay.default('supervisors'),
    /** A confirmed claim to act for an elder. */
    actsFor: Id.optional(),
  })
  .refine(({ kind, text }) => kind !== 'other' || text !== undefined, { path: ['text'], message: 'required' })
export type FileObjection = z.infer<typeof FileObjection>

const Seen = { version: z.int().min(0) }
export const AnswerObjection = z.strictObject({ ...Seen, text: Words })
export type AnswerObjection = z.infer<typeof AnswerObjection>
/** The villager says whether it is settled. */
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
  /** What it points at, without what stands there. */
  place: z.string(),
  kindLabel: z.string(),
  state: ObjectionState,
  stateLabel: z.string(),
  late: z.boolean(),
  /** Last day of whoever has to act; null when nobody has. */
  dueOn: z.iso.date().nullable(),
  filedAt: Instant,
  /** Code of the organisation that answers now. */
  handlerCode: OrgCode,
})
export type ObjectionSummary = z.infer<typeof ObjectionSummary>

export const ObjectionList = pageOf(ObjectionSummary)
export type ObjectionList = z.infer<typeof ObjectionList>

/** An objection with everything, for its maker and for those who have to do with it. */
export const ObjectionPage = z.object({
  objection: ObjectionSummary.extend({
    edition: z.int(),
    version: z.int(),
    /** What stands at the place; null for the whole notice, or when it was withdrawn since. */
    cells: z.string().nullable(),
    text: z.string().nullable(),
    /** Kinds of personal data that were covered in the text when it came in. */
    covered: z.array(z.string()),
    anonymous: z.boolean(),
    wayLabel: z.string(),
    /** 我, the name, or 一位村民. */
    by: z.string(),
    /** Name of the elder for whom it was made. */
    forElder: z.string().nullable(),
    /** Made after the time for objections. */
    afterTime: z.boolean(),
    handlerName: z.string(),
    /** 最迟 … with the sum in words; null when nobody has to act. */
    dueWords: z.string().nullable(),
    /** What happens now, in a sentence. */
    next: z.string(),
  }),
  history: z.array(z.object({ at: Instant, label: z.string(), by: z.string(), text: z.string().nullable() })),
  /** Whom to ring. */
  contacts: z.array(Contact),
  abilities: z.array(ObjectionAbility),
})
export type ObjectionPage = z.infer<typeof ObjectionPage>

export const ObjectionCounts = z.object({ open: z.int(), answered: z.int(), settled: z.int() })
export type ObjectionCounts = z.infer<typeof ObjectionCounts>

/** Public: what was asked and answered on a notice; never by whom. */
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

/** `waiting`: somebody of staff has to act, the longest due first. `rest`: all others, last changed first. */
export const DeskQuery = PageQuery.extend({ show: z.enum(['waiting', 'rest']).default('waiting') })

export const CannedReasons = z.object({
  uses: z.array(z.object({ use: z.string(), reasons: z.array(z.string()) })),
})
export type CannedReasons = z.infer<typeof CannedReasons>

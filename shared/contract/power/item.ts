import { z } from 'zod'
import { CalendarDate, Fen } from '../common'

const ONE_LINE = /^[^\r\n]*$/
const Line = z.string().trim().max(200).regex(ONE_LINE)
const Words = z.string().trim().max(500)
const Code = z.string().trim().max(40).regex(ONE_LINE)

/** Source of a rule; a number without a legal source is marked as a local setting 本地设定. */
const Sourced = {
  source: Words.nullable().default(null),
  checkedOn: CalendarDate.nullable().default(null),
  localSetting: z.boolean().default(false),
}

export const PowerBasis = z.strictObject({ text: Words.default(''), ...Sourced })
export type PowerBasis = z.infer<typeof PowerBasis>

/** Time limit 时限 of a step or of the whole item. */
export const PowerLimit = z.strictObject({
  n: z.int(),
  unit: z.enum(['working-day', 'calendar-day']),
  ...Sourced,
})
export type PowerLimit = z.infer<typeof PowerLimit>

/** A fraction, e.g. two thirds. `strict`: more than; otherwise at least. */
const Share = z.strictObject({ n: z.int(), d: z.int(), strict: z.boolean().default(false) })
export type PowerShare = z.infer<typeof Share>

/** Vote 表决: quorum and required majority. */
export const PowerVote = z.strictObject({
  present: Share,
  pass: Share.extend({ of: z.enum(['present', 'eligible']) }),
  ballot: z.enum(['secret', 'open']).default('open'),
  /** If the amount changes after the vote: refused, or voted on again. */
  amountChanged: z.enum(['refuse', 'vote-again']),
  ...Sourced,
})
export type PowerVote = z.infer<typeof PowerVote>

/**
 * Condition of a transition; a step's transitions are tried in order. Amounts: from (inclusive) to below
 * (exclusive); null: unbounded.
 */
export const PowerWhen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({
    kind: z.literal('amount'),
    fromFen: Fen.nullable().default(null),
    belowFen: Fen.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('result'), result: Line.default('') }),
  z.strictObject({ kind: z.literal('else') }),
])
export type PowerWhen = z.infer<typeof PowerWhen>

/** Transition 去向 to another step or `END`. One back for correction is marked and limited in number. */
export const PowerNext = z.strictObject({
  when: PowerWhen.default({ kind: 'always' }),
  to: Code.default(''),
  back: z.strictObject({ reason: Line, atMost: z.int() }).nullable().default(null),
})
export type PowerNext = z.infer<typeof PowerNext>

export const PowerDisclosure = z.strictObject({
  /** What has to be disclosed. */
  what: Line.default(''),
  /** Area and path of the catalogue item; a village finds its own item by them. */
  area: Line.default(''),
  path: z.array(Line).max(6).default([]),
  /** Focus category, or null for an item outside the five. */
  category: Code.nullable().default(null),
  /** Papers 凭证 of the step that are published with it, if stored as files; the others are for staff only. */
  evidence: z.array(Line).max(20).default([]),
  /** Time limit for publishing after the step is completed. */
  within: PowerLimit,
})
export type PowerDisclosure = z.infer<typeof PowerDisclosure>

/**
 * Step 环节 of an item. Missing fields are read as empty and reported by the check with item and step. Roles and
 * kinds are codes of shared/facts/power/terms.ts.
 */
export const PowerStep = z.strictObject({
  id: Code.default(''),
  name: Line.default(''),
  kind: Code.default('act'),
  actor: Code.default(''),
  action: Words.default(''),
  output: Line.default(''),
  /** Name of the blank form 表单 to fill in. */
  form: Line.default(''),
  limit: PowerLimit.nullable().default(null),
  /** Minimum time since the start of the step: 公示期, 提前告知. */
  least: PowerLimit.nullable().default(null),
  vote: PowerVote.nullable().default(null),
  /** Steps whose assignees must not carry out this one (four-eyes rule 四眼). */
  notBy: z.array(Code).max(20).default([]),
  /** Papers that must be named to complete the step. */
  evidence: z.array(Line).max(20).default([]),
  risks: z
    .array(z.strictObject({ risk: Words.default(''), control: Words.default('') }))
    .max(10)
    .default([]),
  supervision: z
    .strictObject({ by: Code, checks: Words, evidence: Line.default('') })
    .nullable()
    .default(null),
  disclosure: PowerDisclosure.nullable().default(null),
  /** Source of the thresholds of the amount branches. */
  branchSource: z.strictObject(Sourced).nullable().default(null),
  next: z.array(PowerNext).max(12).default([]),
})
export type PowerStep = z.infer<typeof PowerStep>

/** Item 事项 of a micro-power list 小微权力清单: the template of its cases. */
export const PowerItem = z.strictObject({
  code: Code.default(''),
  name: Line.default(''),
  class: Code.default(''),
  nature: z.enum(['collective', 'service']),
  /** Summary in one sentence. */
  summary: Words.default(''),
  responsible: z
    .strictObject({ body: Line.default(''), role: Code.default(''), duty: Line.default('') })
    .default({ body: '', role: '', duty: '' }),
  basis: z.array(PowerBasis).max(20).default([]),
  conditions: z.array(Words).max(20).default([]),
  materials: z.array(Line).max(30).default([]),
  steps: z.array(PowerStep).max(40).default([]),
  negative: z.array(Words).max(30).default([]),
  totalLimit: PowerLimit.nullable().default(null),
  /** Meeting that adopted it; null for a model that no village has adopted. */
  adopted: z.strictObject({ meeting: Line, on: CalendarDate }).nullable().default(null),
  inForce: CalendarDate.nullable().default(null),
})
export type PowerItem = z.infer<typeof PowerItem>

/** Most items of a list. */
export const MOST_POWER_ITEMS = 500

/** A file of items. */
export const PowerFile = z.strictObject({
  version: z.string().max(20),
  checkedOn: CalendarDate,
  items: z.array(PowerItem).max(MOST_POWER_ITEMS),
})
export type PowerFile = z.infer<typeof PowerFile>

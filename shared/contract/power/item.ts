import { z } from 'zod'
import { CalendarDate, Fen } from '../common'

const ONE_LINE = /^[^\r\n]*$/
const Line = z.string().trim().max(200).regex(ONE_LINE)
const Words = z.string().trim().max(500)
const Code = z.string().trim().max(40).regex(ONE_LINE)

/** Where a rule stands written; a number that no law names is a local setting 本地设定 and says so. */
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

/** A part of a whole, e.g. two thirds. `strict`: more than; else at least. */
const Share = z.strictObject({ n: z.int(), d: z.int(), strict: z.boolean().default(false) })
export type PowerShare = z.infer<typeof Share>

/** Vote 表决: who must be there and how many must agree. */
export const PowerVote = z.strictObject({
  present: Share,
  pass: Share.extend({ of: z.enum(['present', 'eligible']) }),
  ballot: z.enum(['secret', 'open']).default('open'),
  /** The amount changes after the vote: refused, or the vote is taken again. */
  amountChanged: z.enum(['refuse', 'vote-again']),
  ...Sourced,
})
export type PowerVote = z.infer<typeof PowerVote>

/** When a way is taken; a step's ways are tried in order. Amounts: from (inclusive) up to below (exclusive); null = open. */
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

/** A way 去向 to another step, or `END`. A way back for correction is declared, and taken at most so many times. */
export const PowerNext = z.strictObject({
  when: PowerWhen.default({ kind: 'always' }),
  to: Code.default(''),
  back: z.strictObject({ reason: Line, atMost: z.int() }).nullable().default(null),
})
export type PowerNext = z.infer<typeof PowerNext>

export const PowerDisclosure = z.strictObject({
  /** What is to be disclosed. */
  what: Line.default(''),
  /** Area and path of the catalogue item it belongs to; a village finds its own item by them. */
  area: Line.default(''),
  path: z.array(Line).max(6).default([]),
  /** Focus category, or null for an item outside the five. */
  category: Code.nullable().default(null),
  /** Papers 凭证 of the step that are published with it, where they are kept as files; the others stay with the staff. */
  evidence: z.array(Line).max(20).default([]),
  /** Published within this time of finishing the step. */
  within: PowerLimit,
})
export type PowerDisclosure = z.infer<typeof PowerDisclosure>

/**
 * Step 环节 of an item. What is missing is read as empty, and told by the check with item and step. Roles and kinds are
 * codes of shared/facts/power/terms.ts.
 */
export const PowerStep = z.strictObject({
  id: Code.default(''),
  name: Line.default(''),
  kind: Code.default('act'),
  actor: Code.default(''),
  action: Words.default(''),
  output: Line.default(''),
  /** Blank form 表单 that is filled in, by its name. */
  form: Line.default(''),
  limit: PowerLimit.nullable().default(null),
  /** Not before so much time has passed since the step began: 公示期, 提前告知. */
  least: PowerLimit.nullable().default(null),
  vote: PowerVote.nullable().default(null),
  /** Whoever did these steps may not do this one 四眼. */
  notBy: z.array(Code).max(20).default([]),
  /** Papers that must be named when the step is finished. */
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
  /** Where the thresholds of the amount branches come from. */
  branchSource: z.strictObject(Sourced).nullable().default(null),
  next: z.array(PowerNext).max(12).default([]),
})
export type PowerStep = z.infer<typeof PowerStep>

/** Item 事项 of a micro-power list 小微权力清单: the template that its cases run on. */
export const PowerItem = z.strictObject({
  code: Code.default(''),
  name: Line.default(''),
  class: Code.default(''),
  nature: z.enum(['collective', 'service']),
  /** What it is, in one sentence. */
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
  /** The meeting that adopted it; null for a model that no village has adopted. */
  adopted: z.strictObject({ meeting: Line, on: CalendarDate }).nullable().default(null),
  inForce: CalendarDate.nullable().default(null),
})
export type PowerItem = z.infer<typeof PowerItem>

/** Items of a list, at most. */
export const MOST_POWER_ITEMS = 500

/** A file of items. */
export const PowerFile = z.strictObject({
  version: z.string().max(20),
  checkedOn: CalendarDate,
  items: z.array(PowerItem).max(MOST_POWER_ITEMS),
})
export type PowerFile = z.infer<typeof PowerFile>

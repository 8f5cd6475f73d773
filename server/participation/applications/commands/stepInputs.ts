import { z } from 'zod'
import { CaseItemInput, FEE_MOST, OPINION_KINDS } from '@server/domain/application'
import { CalendarDate } from '@shared/contract/common'
import type { ApplicationStep } from '@shared/contract/participation/application'

const Words = z.string().trim().min(2).max(2000)
const On = CalendarDate.optional()
const Long = z.string().trim().min(10).max(30_000)
const NoData = z.strictObject({})
const Reason = z.strictObject({ reason: Words })
const ByDay = z.strictObject({ on: On })

/** What each step needs 每一步要填什么; `on`: today unless given. */
export const STEP_INPUTS = {
  confirm: ByDay,
  correct: z.strictObject({
    text: Words,
    limitWd: z.int().min(1).max(60).default(15),
    on: On,
    deliveredOn: On,
  }),
  corrected: z.strictObject({ items: z.array(z.string().trim().min(1).max(500)).min(1).max(20), on: On }),
  lapse: Reason,
  take: NoData,
  'seek-opinion': z.strictObject({
    to: z.string().trim().min(1).max(60),
    kind: z.enum(OPINION_KINDS),
    itemId: z.string().max(10),
    on: On,
    deliveredOn: On,
  }),
  opinion: z.strictObject({
    to: z.string().trim().min(1).max(60),
    itemId: z.string().max(10),
    answer: z.enum(['agreed', 'partly', 'refused', 'silent']),
    weighing: z.string().max(2000).default(''),
    on: On,
  }),
  extend: z.strictObject({ wd: z.int().min(1).max(60), reason: Words, on: On }),
  fee: z.strictObject({
    /** By item: the applicant's applications of this calendar month; by page: of this application alone. */
    by: z.enum(['items', 'pages']),
    pages: z.int().min(0).max(FEE_MOST).optional(),
    /** Account and manner of payment. */
    text: Words,
    on: On,
    deliveredOn: On,
  }),
  paid: ByDay,
  items: z.strictObject({ items: z.array(CaseItemInput).min(1).max(20) }),
  'drop-paper': z.strictObject({ paperId: z.string().max(50) }),
  draft: z.strictObject({
    /** Absent: made from the template. */
    letter: Long.optional(),
    remedy: z.string().trim().max(3000).optional(),
    lateReason: z.string().trim().max(500).default(''),
  }),
  'to-lawyer': NoData,
  review: z.strictObject({
    opinion: z.enum(['agree', 'agree-with-changes', 'object']),
    points: z.string().trim().max(2000).default(''),
    hash: z.string().max(64),
  }),
  'to-head': NoData,
  return: Reason,
  sign: z.strictObject({ hash: z.string().max(64), headReason: z.string().trim().max(500).default('') }),
  deliver: z.strictObject({
    manner: z.enum(['direct', 'post', 'platform']),
    on: On,
    /** Signature, postal number, or who witnessed the refusal. */
    proof: z.string().trim().min(2).max(200),
  }),
  activate: z.strictObject({
    itemId: z.string().max(10),
    accept: z.enum(['yes', 'no']).transform(answer => answer === 'yes'),
    reason: Words,
    catalogueItem: z.string().trim().max(100).default(''),
    /** Needed where the catalogue has no such item. */
    area: z.string().trim().max(60).default(''),
    address: z.string().trim().max(300).default(''),
  }),
  remedy: z.strictObject({
    track: z.enum(['review', 'suit-direct', 'suit-after-review']),
    body: z.string().trim().min(2).max(60),
    on: On,
  }),
  'remedy-result': z.strictObject({
    id: z.string().max(10),
    result: z.enum(['upheld', 'corrected', 'other']),
    /** Day on which the decision arrived. */
    on: On,
    /** Last day that the decision sets for answering again; absent: 20 working days. */
    until: CalendarDate.optional(),
  }),
  archive: NoData,
  withdraw: Reason,
  'open-identity': Reason,
} as const satisfies Record<ApplicationStep, z.ZodType>

export type StepData<Step extends ApplicationStep> = z.output<(typeof STEP_INPUTS)[Step]>

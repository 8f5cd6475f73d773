import { z } from 'zod'
import { AssumedYears, CalendarDate, Id, OrgCode, PageQuery, PeriodKey, pageOf } from '../common'

/** Kinds of work that wait for a person 等我办, in the order of the filter. */
export const TodoKind = z.enum([
  'notice',
  'obligation',
  'objection',
  'application',
  'discrepancy',
  'case',
  'catalogue',
  'claim',
  'inspection',
  'removal',
  'grant',
])
export type TodoKind = z.infer<typeof TodoKind>

/** Acts that can be taken on several to-dos with one request. */
export const TodoAct = z.enum(['remind', 'archive'])
export type TodoAct = z.infer<typeof TodoAct>

/** One thing that waits for the person. */
export const Todo = z.object({
  /** `kind/subject`. */
  id: z.string(),
  kind: TodoKind,
  kindLabel: z.string(),
  /** Id of what has to be done; for a village's own catalogue the code of the village. */
  subject: z.union([Id, OrgCode]),
  orgCode: OrgCode,
  orgName: z.string(),
  title: z.string(),
  /** How far it is 到哪一步. */
  stage: z.string(),
  /** The next step as a verb 办什么. */
  step: z.string(),
  /** Last day; null where none is set. */
  dueOn: CalendarDate.nullable(),
  late: z.boolean(),
  assumedYears: AssumedYears.optional(),
  acts: z.array(TodoAct),
  /** Version for compare-and-set; null where no act needs one. */
  version: z.int().nullable(),
  /** Form to open: of an obligation without a notice. */
  form: z.object({ itemId: Id, period: PeriodKey.nullable() }).nullable(),
})
export type Todo = z.infer<typeof Todo>

/** Pages for staff, in the order of the rail. */
export const Desk = z.enum([
  'notices',
  'obligations',
  'matrix',
  'objections',
  'applications',
  'discrepancies',
  'inspections',
  'removals',
  'cases',
  'model-list',
  'catalogue',
  'village-catalogues',
  'catalogue-import',
  'roster',
  'claims',
  'contacts',
  'grants',
  'accounts',
  'holidays',
  'audit',
  'jobs',
])
export type Desk = z.infer<typeof Desk>

/** An organisation of the person with the pages that the policies open there, and what waits on each. */
export const DeskPlace = z.object({
  code: OrgCode,
  name: z.string(),
  desks: z.array(z.object({ desk: Desk, count: z.int(), late: z.int() })),
})
export type DeskPlace = z.infer<typeof DeskPlace>

export const TodoQuery = PageQuery.extend({
  kind: TodoKind.optional(),
  org: OrgCode.optional(),
  /** Only what is late. */
  late: z.literal('1').optional(),
  sort: z.enum(['day', 'org', 'kind']).default('day'),
})

/** A page of to-dos 等我办, the earliest last day first unless sorted otherwise; the counts cover everything, whatever the filter. */
export const TodoPage = pageOf(Todo).extend({
  total: z.int(),
  late: z.int(),
  kinds: z.array(z.object({ kind: TodoKind, label: z.string(), count: z.int(), late: z.int() })),
  orgs: z.array(z.object({ code: OrgCode, name: z.string(), count: z.int(), late: z.int() })),
  /** Kinds of which more wait than are listed. */
  more: z.array(TodoKind),
  places: z.array(DeskPlace),
})
export type TodoPage = z.infer<typeof TodoPage>

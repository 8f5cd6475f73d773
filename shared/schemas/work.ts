import { z } from 'zod'
import { Id, Instant, Issue, OrgCode, PageQuery, PeriodKey, pageOf } from './common'
import { Catalogue, ParseWarning } from './catalogue'
import { TemplateBlock } from './category'
import { DisclosureNotice, NoticeContent, NoticeState, SignOff } from './notice'
import { PresentedRecord } from './presentation'
import { ItemRef } from './reading'

/** Requests and answers of the staff side. Every write takes an `Idempotency-Key` header. */

export const NoticeAbility = z.enum(['edit', 'submit', 'sign-off', 'publish'])
export type NoticeAbility = z.infer<typeof NoticeAbility>

/** A notice in the workbench list. */
export const WorkNotice = z.object({
  id: Id,
  orgCode: OrgCode,
  orgName: z.string(),
  category: z.string(),
  title: z.string(),
  period: PeriodKey,
  periodLabel: z.string(),
  state: NoticeState,
  /** State in plain Chinese: 草稿, 待监督审核 … */
  stateLabel: z.string(),
  version: z.int(),
  updatedAt: Instant,
  abilities: z.array(NoticeAbility),
})
export type WorkNotice = z.infer<typeof WorkNotice>

export const WorkQuery = PageQuery.extend({ state: NoticeState.optional() })
export const WorkList = pageOf(WorkNotice)
export type WorkList = z.infer<typeof WorkList>

/** One row of a notice's history: who did what, when, why. */
export const StatusRow = z.object({
  from: NoticeState.nullable(),
  to: NoticeState,
  label: z.string(),
  by: z.string(),
  at: Instant,
  reason: z.string().nullable(),
})

export const WorkNoticePage = z.object({
  notice: DisclosureNotice,
  work: WorkNotice,
  item: ItemRef,
  presented: PresentedRecord,
  /** What still stands against publishing; empty = ready. */
  issues: z.array(Issue),
  /** Amounts that differ from what was published for the period just before; empty when nothing was. */
  changes: z.array(z.object({ label: z.string(), fen: z.int().nullable(), lastFen: z.int().nullable() })),
  signOff: SignOff.nullable(),
  history: z.array(StatusRow),
})
export type WorkNoticePage = z.infer<typeof WorkNoticePage>

export const FormQuery = z.object({ org: OrgCode, period: PeriodKey.optional() })

/** The form of an item for an organisation and period, made from the item's elements and its category's template. */
export const NoticeForm = z.object({
  item: ItemRef,
  orgCode: OrgCode,
  category: z.string(),
  period: PeriodKey,
  /** Periods to choose from, newest first; a `taken` one has its notice already. */
  periods: z.array(z.object({ key: PeriodKey, label: z.string(), taken: z.boolean() })),
  blocks: z.array(TemplateBlock),
  /** Prefilled content: labels, last period's copy, opening balance carried forward. */
  content: NoticeContent,
  /** What the organisation published last of the item before the period; null for the first notice. */
  last: z.object({ period: PeriodKey, label: z.string(), content: NoticeContent }).nullable(),
})
export type NoticeForm = z.infer<typeof NoticeForm>

export const CreateNotice = z.strictObject({
  orgCode: OrgCode,
  itemId: Id,
  regards: OrgCode.nullable().default(null),
  content: NoticeContent,
})
export type CreateNotice = z.infer<typeof CreateNotice>

/** Version the client saw: the loser of a race gets 409 with what happened. */
const Seen = { version: z.int().min(0) }
export const EditNotice = z.strictObject({ ...Seen, content: NoticeContent })
export type EditNotice = z.infer<typeof EditNotice>
export const SubmitNotice = z.strictObject({ ...Seen })
export type SubmitNotice = z.infer<typeof SubmitNotice>
export const SignOffNotice = z
  .strictObject({
    ...Seen,
    opinion: z.enum(['agree', 'object']),
    reason: z.string().trim().max(500).optional(),
  })
  .refine(value => value.opinion === 'agree' || Boolean(value.reason), {
    path: ['reason'],
    message: 'reason-required',
  })
export type SignOffNotice = z.infer<typeof SignOffNotice>
export const PublishNotice = z.strictObject({ ...Seen })
export type PublishNotice = z.infer<typeof PublishNotice>

export const CatalogueVersions = z.object({ items: z.array(Catalogue) })
export type CatalogueVersions = z.infer<typeof CatalogueVersions>

/** What an upload of a catalogue file answers: the versions stored, one for each area, and what a person must check. */
export const ImportResult = z.object({
  catalogues: z.array(Catalogue),
  rows: z.int(),
  warnings: z.array(ParseWarning),
})
export type ImportResult = z.infer<typeof ImportResult>

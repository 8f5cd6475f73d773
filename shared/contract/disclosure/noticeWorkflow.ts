import { z } from 'zod'
import {
  AssumedYears,
  CalendarDate,
  Id,
  Instant,
  Issue,
  OrgCode,
  PageQuery,
  PeriodKey,
  many,
  pageOf,
} from '../common'
import { Catalogue, ParseWarning } from '../catalogues/catalogue'
import { TemplateBlock } from '../catalogues/category'
import {
  DisclosureNotice,
  MeetingRecord,
  NoticeContent,
  NoticeState,
  Publicity,
  PublicityMoved,
  SignOff,
  Tombstone,
} from './notice'
import { CheckedPicture } from './files'
import { PresentedRecord } from './presentation'
import { Releases } from './privacy'
import { ItemRef } from '../reading/site'

/** Requests and answers for staff. Every write takes an `Idempotency-Key` header. */

export const NoticeAbility = z.enum([
  'edit',
  'check',
  'submit',
  'recall',
  'sign-off',
  'meet',
  'schedule',
  'unschedule',
  'publish',
  'correct',
  'cancel',
  'discard',
  'withdraw',
  'confirm',
  'archive',
  'order',
  'comment',
  'remind',
])
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
  edition: z.int(),
  updatedAt: Instant,
  /** Pending act, its last day and whether that day has passed; null if none is pending. */
  due: z
    .object({
      act: z.string(),
      on: CalendarDate,
      late: z.boolean(),
      assumedYears: AssumedYears.optional(),
    })
    .nullable(),
  abilities: z.array(NoticeAbility),
})
export type WorkNotice = z.infer<typeof WorkNotice>

export const WorkQuery = PageQuery.extend({ state: NoticeState.optional() })
export const WorkList = pageOf(WorkNotice)
export type WorkList = z.infer<typeof WorkList>

/** Pending notices 要办的, the earliest due date first. */
export const WaitingWork = z.object({ items: z.array(WorkNotice) })
export type WaitingWork = z.infer<typeof WaitingWork>

/** One entry of a notice's history: person, action, time and reason. */
export const StatusRow = z.object({
  from: NoticeState.nullable(),
  to: NoticeState,
  label: z.string(),
  by: z.string(),
  at: Instant,
  reason: z.string().nullable(),
})

/** Guidance by the town 街道（镇）指导. */
export const Guidance = z.object({
  kind: z.enum(['comment', 'remind', 'order']),
  text: z.string(),
  by: z.string(),
  body: z.string(),
  at: Instant,
})
export type Guidance = z.infer<typeof Guidance>

/** A published edition as shown to its village. */
export const EditionState = z.object({
  edition: z.int(),
  publishedAt: Instant,
  publicity: Publicity,
  moved: PublicityMoved.optional(),
  /** The publicity period has ended. */
  over: z.boolean(),
  withdrawn: Tombstone.nullable(),
})
export type EditionState = z.infer<typeof EditionState>

/** What changed 这次改了什么 against a content that reviewers have seen before. */
export const ContentComparison = z.object({
  /** The edition that this one corrects, or the last submission of the same edition. */
  against: z.enum(['edition', 'submission']),
  edition: z.int(),
  /** When that was published, or submitted. */
  at: Instant,
  /** Number of all changes; the list has the first ones. */
  total: z.int(),
  /** Rows have their place: 收支明细 第 3 笔. `before` null: new, `after` null: gone; both null: it may not be quoted. */
  changes: z.array(
    z.object({
      place: z.string(),
      label: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** The former words were withdrawn with personal data in them, and are not shown. */
  withheld: z.boolean(),
})
export type ContentComparison = z.infer<typeof ContentComparison>

export const WorkNoticePage = z.object({
  notice: DisclosureNotice,
  work: WorkNotice,
  item: ItemRef,
  presented: PresentedRecord,
  /** Open issues that prevent publication; empty: ready. */
  issues: z.array(Issue),
  /** Pictures that WeChat checks before they may be published; empty where no check is configured. */
  pictures: z.array(CheckedPicture),
  /**
   * Characters that the wall sheet cannot print 打不出的字. `madeUp`: a private-use character 造字, which phones
   * cannot show either.
   */
  unprintable: z.array(z.object({ letter: z.string(), within: z.string(), madeUp: z.boolean() })),
  /** Amounts that differ from the publication for the previous period; empty without one. */
  changes: z.array(z.object({ label: z.string(), fen: z.int().nullable(), lastFen: z.int().nullable() })),
  /** Against the edition before, then against the last submission; empty for the first of both. */
  comparisons: z.array(ContentComparison),
  /** Public notices of the same class and period, one of which this one may repeat 重复公开. */
  duplicates: z.array(z.object({ id: Id, title: z.string() })),
  signOff: SignOff.nullable(),
  history: z.array(StatusRow),
  /** Newest first. */
  editions: z.array(EditionState),
  /** Oldest first. */
  guidance: z.array(Guidance),
})
export type WorkNoticePage = z.infer<typeof WorkNoticePage>

export const FormQuery = z.object({ org: OrgCode, period: PeriodKey.optional() })

/**
 * Form of an item for an organisation and period, built from the item's elements and its category's template.
 */
export const NoticeForm = z.object({
  item: ItemRef,
  orgCode: OrgCode,
  category: z.string(),
  period: PeriodKey,
  /** Periods to choose from, newest first; `taken`: it already has a notice. */
  periods: z.array(z.object({ key: PeriodKey, label: z.string(), taken: z.boolean() })),
  blocks: z.array(TemplateBlock),
  /** Prefilled content: labels, last period's copy, opening balance carried forward. */
  content: NoticeContent,
  /** The organisation's last publication of the item before the period; null for the first. */
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

/** Version that the client displayed: an outdated one gets 409 with the changes made since. */
const Seen = { version: z.int().min(0) }
/** A step that needs nothing but the version seen: submit, recall, discard, publish, confirm … */
export const StepNotice = z.strictObject({ ...Seen })
export type StepNotice = z.infer<typeof StepNotice>
export const EditNotice = z.strictObject({ ...Seen, content: NoticeContent })
export type EditNotice = z.infer<typeof EditNotice>
const Reason = z.string().trim().min(4).max(500)

/** Privacy check 隐私检查: the author answers each releasable finding; without answers it only lists them. */
export const CheckNotice = z.strictObject({ ...Seen, releases: Releases.default([]) })
export type CheckNotice = z.infer<typeof CheckNotice>
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

/** Records the joint meeting 联席会议记录. */
export const MeetNotice = z
  .strictObject({ ...Seen, ...MeetingRecord.shape })
  .refine(value => value.attended <= value.expected, { path: ['attended'], message: 'attended-too-many' })
export type MeetNotice = z.infer<typeof MeetNotice>
export const ScheduleNotice = z.strictObject({ ...Seen, publishAt: Instant })
export type ScheduleNotice = z.infer<typeof ScheduleNotice>
/** Starts a correction 更正: a new edition based on the published one; the reason is public. */
export const CorrectNotice = z.strictObject({ ...Seen, reason: Reason })
export type CorrectNotice = z.infer<typeof CorrectNotice>

/** Kinds of personal data in a leak. */
export const LeakKind = z.enum(['id', 'bank', 'phone', 'address', 'health', 'minor', 'name', 'other'])
export type LeakKind = z.infer<typeof LeakKind>
/**
 * Withdraws a notice that leaks personal data 撤回; the reason is public, the rest is the record required by
 * 个人信息保护法第五十七条.
 */
export const WithdrawNotice = z.strictObject({
  ...Seen,
  reason: Reason,
  leaked: z.array(LeakKind).min(1).max(8),
  persons: z.int().nonnegative().max(1_000_000),
  measures: Reason,
})
export type WithdrawNotice = z.infer<typeof WithdrawNotice>
/** Withdraws a notice that was published twice 重复公开; `instead` is the notice that stays public. */
export const WithdrawDuplicate = z.strictObject({ ...Seen, instead: Id })
export type WithdrawDuplicate = z.infer<typeof WithdrawDuplicate>
export const ArchiveNotice = z.strictObject({ ...Seen, volume: z.string().trim().min(1).max(60) })
export type ArchiveNotice = z.infer<typeof ArchiveNotice>
/** Archives several notices in one volume. */
export const ArchiveNotices = z.strictObject({
  notices: many(z.strictObject({ id: Id, ...Seen })),
  volume: ArchiveNotice.shape.volume,
})
export type ArchiveNotices = z.infer<typeof ArchiveNotices>
/** Orders a correction 责令更正 by the town; without a day the rule's default applies. */
export const OrderNotice = z.strictObject({ ...Seen, reason: Reason, correctBy: CalendarDate.optional() })
export type OrderNotice = z.infer<typeof OrderNotice>
/** Adds a comment 意见 or reminder 提醒 by the town: changes no state, so it needs no version. */
export const GuideNotice = z.strictObject({ text: z.string().trim().min(2).max(500) })
export type GuideNotice = z.infer<typeof GuideNotice>

export const CatalogueVersions = z.object({ items: z.array(Catalogue) })
export type CatalogueVersions = z.infer<typeof CatalogueVersions>

/** Result of a catalogue upload: the stored versions, one per area, and the cells that need a manual check. */
export const ImportResult = z.object({
  catalogues: z.array(Catalogue),
  rows: z.int(),
  warnings: z.array(ParseWarning),
})
export type ImportResult = z.infer<typeof ImportResult>

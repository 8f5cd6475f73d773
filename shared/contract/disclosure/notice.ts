import { z } from 'zod'
import { recordOf } from '../../common/lists'
import { MOST_VOUCHERS } from '../../facts/disclosure/attachments'
import { SHEETS, SHEET_CODES, type SheetColumn } from '../../facts/disclosure/sheets'
import { AssumedYears, CalendarDate, Fen, Id, Instant, OrgCode, PeriodKey, SHA256 } from '../common'

const Line = z.string().trim().min(1).max(200)

/** Free text 正文. */
export const TextBlock = z.strictObject({
  type: z.literal('text'),
  label: Line,
  text: z.string().trim().min(1).max(20_000),
})

/** List of elements and values 要素内容; labels are the catalogue's elements. */
export const FactsBlock = z.strictObject({
  type: z.literal('facts'),
  label: Line.default('公开内容'),
  entries: z.array(z.strictObject({ label: Line, value: z.string().trim().max(5_000) })).max(100),
})

export const Attachment = z.strictObject({
  name: Line,
  mime: z.string().max(100),
  bytes: z.int().nonnegative(),
  sha256: SHA256,
})
export type Attachment = z.infer<typeof Attachment>

/** One entry of a money statement 收支明细. `amountFen` is positive; `direction` selects the column. */
export const MoneyLine = z.strictObject({
  date: CalendarDate,
  direction: z.enum(['income', 'expense']),
  item: Line,
  amountFen: Fen.positive(),
  /** 经手人. */
  handler: z.string().trim().max(50).optional(),
  /** 凭证号. */
  voucher: z.string().trim().max(50).optional(),
  /** Voucher pictures 凭证图片, uploaded and cleaned like any other file. */
  images: z.array(Attachment).max(MOST_VOUCHERS).optional(),
})
export type MoneyLine = z.infer<typeof MoneyLine>

/** Money statement 收支表: opening + income − expense must equal closing. */
export const MoneyBlock = z.strictObject({
  type: z.literal('money'),
  label: Line.default('收支明细'),
  openingFen: Fen,
  lines: z.array(MoneyLine).max(5_000),
  closingFen: Fen,
})

/** One recipient 发放对象; the name is stored masked (张*), never with ID, bank account, phone or address. */
export const RecipientRow = z.strictObject({
  name: Line,
  /** Village group 村民小组, never a house number. */
  group: z.string().trim().max(50).optional(),
  scheme: Line,
  standard: z.string().trim().max(100).optional(),
  persons: z.int().positive().max(10_000).default(1),
  amountFen: Fen.nonnegative(),
  /** Number of households 户数 of a summary row; absent: one. */
  households: z.int().positive().optional(),
})
export type RecipientRow = z.infer<typeof RecipientRow>

/** Recipient table 发放明细: totals are stated by the author and must agree with the rows. */
export const RecipientsBlock = z.strictObject({
  type: z.literal('recipients'),
  label: Line.default('发放明细'),
  rows: z.array(RecipientRow).max(5_000),
  totalPersons: z.int().nonnegative(),
  totalFen: Fen.nonnegative(),
})

const SHEET_CELLS = {
  text: Line,
  party: Line,
  yuan: Fen,
  /** Area in hundredths of a mu. */
  area: z.int().nonnegative(),
  date: CalendarDate,
} as const

/** A row of a sheet by column field; amounts in fen, areas in hundredths of a mu. */
export type SheetRow = Record<string, string | number>

const cellOf = ({ kind, required }: SheetColumn, lines: [string, ...string[]] | null) => {
  const cell = kind === 'line' ? z.enum(lines ?? ['']) : SHEET_CELLS[kind]
  return required ? cell : cell.optional()
}

function sheetOf(form: (typeof SHEETS)[number]) {
  const lines = form.kind === 'statement' ? (form.lines.map(({ code }) => code) as [string, ...string[]]) : null // prettier-ignore
  const cells = recordOf(form.columns.map(column => [column.field, cellOf(column, lines)]))
  return z.strictObject({
    type: z.literal('sheet'),
    sheet: z.literal(form.code),
    label: Line.default(form.name),
    rows: z.array(z.strictObject(cells) as unknown as z.ZodType<SheetRow>).max(5_000),
  })
}

type SheetOption = ReturnType<typeof sheetOf>

/** Register 台账 or statement 报表: a table with typed columns defined in shared/facts/disclosure/sheets. */
export const SheetBlock = z.discriminatedUnion(
  'sheet',
  SHEETS.map(sheetOf) as [SheetOption, ...SheetOption[]],
)
export type SheetBlock = z.infer<typeof SheetBlock>
export const SheetCode = z.enum(SHEET_CODES)

export const AttachmentsBlock = z.strictObject({
  type: z.literal('attachments'),
  label: Line.default('附件'),
  files: z.array(Attachment).max(50),
})

/** Declares that nothing happened in this period (本期无发生); signed off like any other content. */
export const NothingBlock = z.strictObject({
  type: z.literal('nothing'),
  note: z.string().trim().max(500).optional(),
})

export const ContentBlock = z.discriminatedUnion('type', [
  TextBlock,
  FactsBlock,
  MoneyBlock,
  RecipientsBlock,
  SheetBlock,
  AttachmentsBlock,
  NothingBlock,
])
export type ContentBlock = z.infer<typeof ContentBlock>

/** Content of a notice 公示内容. Together with the item it is the only input of the presentation. */
export const NoticeContent = z.strictObject({
  title: Line,
  period: PeriodKey,
  blocks: z.array(ContentBlock).min(1).max(30),
})
export type NoticeContent = z.infer<typeof NoticeContent>

/** State of the working edition; transitions in server/disclosure/notices/states.ts. */
export const NoticeState = z.enum([
  'draft',
  'checked',
  'submitted',
  'refused',
  'signed',
  'met',
  'scheduled',
  'published',
  'ended',
  'confirmed',
  'archived',
  'ordered',
  'withdrawn',
  'discarded',
])
export type NoticeState = z.infer<typeof NoticeState>

/** Reason why a privacy finding is no personal data (这不是个人信息). `field` and `code` are those of the finding. */
export const Release = z.strictObject({
  field: z.string().min(1).max(200),
  code: z.string().min(1).max(50),
  reason: z.string().trim().min(1).max(200),
})
export type Release = z.infer<typeof Release>

/** Record of the joint meeting 村党组织和村（居）委会联席会议 that confirmed the notice. */
export const MeetingRecord = z.strictObject({
  heldOn: CalendarDate,
  /** 主持人. */
  chair: z.string().trim().min(1).max(30),
  /** 应到人数. */
  expected: z.int().positive().max(1_000),
  /** 实到人数. */
  attended: z.int().positive().max(1_000),
  /** 会议决定. */
  decision: z.string().trim().min(2).max(500),
})
export type MeetingRecord = z.infer<typeof MeetingRecord>

/** Order by the town to correct a notice 责令更正; its reason is public. */
export const CorrectionOrder = z.object({
  by: z.string(),
  body: z.string(),
  reason: z.string(),
  /** Last day to publish the corrected edition. */
  correctBy: CalendarDate,
  /** Years without a known holiday table, computed by weekends; absent when there are none. */
  assumedYears: AssumedYears.optional(),
  at: Instant,
})
export type CorrectionOrder = z.infer<typeof CorrectionOrder>

/** Archive record 归档: volume number and retention period. */
export const ArchiveRecord = z.object({
  /** 档号/卷号. */
  volume: z.string(),
  retention: z.string(),
  /** Source of the retention period. */
  basis: z.string(),
  at: Instant,
})
export type ArchiveRecord = z.infer<typeof ArchiveRecord>

export const SpanUnit = z.enum(['working-day', 'calendar-day'])

/** Publicity period 公示期 of one edition. The day of publication is not counted (民法典 §201). */
export const Publicity = z.object({
  /** First day counted. */
  startsOn: CalendarDate,
  /** Last day. */
  endsOn: CalendarDate,
  /** End of the last day in China. */
  endsAt: Instant,
  days: z.int().positive(),
  unit: SpanUnit,
  /** Source of the length. */
  basis: z.string(),
  /** Years without a known holiday table, computed by weekends; absent when there are none. */
  assumedYears: AssumedYears.optional(),
})
export type Publicity = z.infer<typeof Publicity>

/** New end of a publicity period, recomputed when the holidays 放假安排 were known; the edition keeps the old one. */
export const PublicityMoved = z.object({
  endsOn: CalendarDate,
  endsAt: Instant,
  /** The last day that was assumed. */
  was: CalendarDate,
  /** The year whose table came. */
  year: z.int(),
  /** Years still without a table. */
  assumedYears: AssumedYears.optional(),
  at: Instant,
})
export type PublicityMoved = z.infer<typeof PublicityMoved>

/** Remains of an edition withdrawn 撤回 for a privacy leak, or because the same matter was published twice. */
export const Tombstone = z.object({
  by: z.string(),
  at: Instant,
  reason: z.string(),
  /** The notice that stays public in place of a duplicate 重复公开; absent after a leak. */
  instead: Id.optional(),
  /** Hash of the presented record as published. */
  sha256: SHA256,
})
export type Tombstone = z.infer<typeof Tombstone>

/** Notice 公示: the mutable object that joins editions, revisions and statuses. */
export const DisclosureNotice = z.object({
  id: Id,
  orgCode: OrgCode,
  itemId: Id,
  itemKey: z.string(),
  category: z.string(),
  period: PeriodKey,
  /** On a street's notice: the village that it concerns; null: all. */
  regards: OrgCode.nullable(),
  state: NoticeState,
  /** Counter for compare-and-set; each change increments it. */
  version: z.int(),
  edition: z.int(),
  /** Public edition; null if there is none. */
  liveEdition: z.int().nullable(),
  /** Last day for the pending act; null if none is pending or the day cannot be computed. */
  dueOn: CalendarDate.nullable(),
  /** Scheduled publication time 定时公开. */
  publishAt: Instant.nullable(),
  meeting: MeetingRecord.nullable(),
  releases: z.array(Release),
  /** Reason for the correction 更正原因. */
  reason: z.string().nullable(),
  order: CorrectionOrder.nullable(),
  archive: ArchiveRecord.nullable(),
  content: NoticeContent,
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  updatedAt: Instant,
})
export type DisclosureNotice = z.infer<typeof DisclosureNotice>

/** Stored sign-off 监督审核, the source of the stamp on the page. */
export const SignOff = z.object({
  body: z.string(),
  name: z.string(),
  role: z.string(),
  opinion: z.enum(['agree', 'object']),
  reason: z.string().nullable(),
  at: Instant,
})
export type SignOff = z.infer<typeof SignOff>

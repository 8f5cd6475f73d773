import { z } from 'zod'
import { CalendarDate, Id, Instant, OrgCode, PeriodKey } from '../common'
import { OrgRef } from '../people/org'
import { PresentedRecord } from '../disclosure/presentation'
import { RemovedNotices } from '../disclosure/removedNotice'
import { ItemRef, NoticeSummary } from './site'

/** Columns 栏目 of clause 二(二): a catalogue item with its disclosures by all organisations. Public, GET only. */

/** Key of a catalogue item: stable over versions, so that the column's address does not change. */
export const ItemKey = z.string().regex(/^[0-9a-z-]{4,64}$/)

/** Mark of an overdue update 该更新没有更新: the newest overdue periodic obligation. */
export const StaleMark = z.object({
  period: PeriodKey,
  periodLabel: z.string(),
  dueOn: CalendarDate,
  /** Plain Chinese sentence. */
  message: z.string(),
})
export type StaleMark = z.infer<typeof StaleMark>

/** One organisation in a column. */
export const ColumnOrg = z.object({
  org: OrgRef,
  /** Newest first; older ones are in the organisation's own list. */
  notices: z.array(NoticeSummary),
  /** Withdrawn and erased notices of the item. */
  removed: RemovedNotices.optional(),
  stale: StaleMark.nullable(),
})
export type ColumnOrg = z.infer<typeof ColumnOrg>

export const ColumnPage = z.object({
  issuer: OrgRef,
  item: ItemRef,
  /** 公开时限 in the words of the catalogue. */
  deadline: z.string().nullable(),
  /** Time of the newest disclosure. */
  updatedAt: Instant.nullable(),
  /** One sentence: how many have disclosed it, how many are overdue. */
  sentence: z.string(),
  orgs: z.array(ColumnOrg),
  /** Permanent addresses, for portals that include the column. */
  addresses: z.object({ html: z.string(), json: z.string(), rss: z.string() }),
})
export type ColumnPage = z.infer<typeof ColumnPage>

/** All columns of an organisation's catalogue, in its order. */
export const ColumnIndex = z.object({
  issuer: OrgRef,
  columns: z.array(
    z.object({
      key: ItemKey,
      itemId: Id,
      area: z.string(),
      path: z.array(z.string()),
      updatedAt: Instant.nullable(),
      /** Organisations with at least one disclosure. */
      disclosing: z.int(),
      /** Names of the overdue organisations. */
      stale: z.array(z.string()),
    }),
  ),
})
export type ColumnIndex = z.infer<typeof ColumnIndex>

export const ColumnFormat = z.enum(['html', 'json', 'rss'])
export type ColumnFormat = z.infer<typeof ColumnFormat>

/** JSON export: the column, and the presented record of each organisation's newest disclosure. */
export const ColumnExport = z.object({
  /** Address of the column's page. */
  url: z.string(),
  column: ColumnPage,
  records: z.array(
    z.object({
      orgCode: OrgCode,
      noticeId: Id,
      edition: z.int(),
      url: z.string(),
      presented: PresentedRecord,
    }),
  ),
})
export type ColumnExport = z.infer<typeof ColumnExport>

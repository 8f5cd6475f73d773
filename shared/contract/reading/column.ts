import { z } from 'zod'
import { CalendarDate, Id, Instant, OrgCode, PeriodKey } from '../common'
import { OrgRef } from '../people/org'
import { PresentedRecord } from '../disclosure/presentation'
import { ItemRef, NoticeSummary } from './site'

/** Columns 栏目 of clause 二(二): one catalogue item → its disclosures by all organisations. Public, GET only. */

/** Key of a catalogue item: stable over the versions of its catalogue, so that a column keeps its address. */
export const ItemKey = z.string().regex(/^[0-9a-z-]{4,64}$/)

/** 该更新没有更新: the newest periodic duty 公开义务 that is overdue. */
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
  /** Newest first; the older ones stand in the organisation's own list. */
  notices: z.array(NoticeSummary),
  stale: StaleMark.nullable(),
})
export type ColumnOrg = z.infer<typeof ColumnOrg>

export const ColumnPage = z.object({
  issuer: OrgRef,
  item: ItemRef,
  /** 公开时限 in the words of the catalogue. */
  deadline: z.string().nullable(),
  /** Newest disclosure of all. */
  updatedAt: Instant.nullable(),
  /** One sentence: how many have disclosed it, how many are late with it. */
  sentence: z.string(),
  orgs: z.array(ColumnOrg),
  /** Addresses that stay, for a portal to fetch the column from. */
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
      /** Organisations that have disclosed something of it. */
      disclosing: z.int(),
      /** Names of those that are late with it. */
      stale: z.array(z.string()),
    }),
  ),
})
export type ColumnIndex = z.infer<typeof ColumnIndex>

export const ColumnFormat = z.enum(['html', 'json', 'rss'])
export type ColumnFormat = z.infer<typeof ColumnFormat>

/** What the JSON export holds: the column, and the presented record of each organisation's newest disclosure. */
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

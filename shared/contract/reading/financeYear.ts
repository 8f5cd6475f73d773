import { z } from 'zod'
import { RemovedNotices } from '../disclosure/removedNotice'
import { FINANCE_CLASS_CODES } from '../../facts/reading/financeClasses'
import { Id, PeriodKey } from '../common'
import { OrgRef } from '../people/org'
import { PresentedBlock } from '../disclosure/presentation'

const Year = z.coerce.number<number>().int().min(2000).max(2100)

export const FinanceYearQuery = z.object({ year: Year.optional() })

/** Source notice of a chart or class. */
export const AccountRef = z.object({
  id: Id,
  period: PeriodKey,
  periodLabel: z.string(),
  title: z.string(),
  sentence: z.string(),
})

/** One item through the year: a chart, the table with the same numbers, and the source notices. */
export const FinanceSeries = z.object({
  key: z.string(),
  name: z.string(),
  blocks: z.array(PresentedBlock),
  notices: z.array(AccountRef),
})
export type FinanceSeries = z.infer<typeof FinanceSeries>

/** One of the eight classes 八类之一, disclosed or not. */
export const FinanceClassLine = z.object({
  code: z.enum(FINANCE_CLASS_CODES),
  name: z.string(),
  meaning: z.string(),
  text: z.string(),
  missing: z.boolean(),
  /** If undisclosed this year: the last year with a disclosure; null: never. */
  lastYear: z.int().nullable(),
})

/** Finance year 全年的账: an organisation's published accounts of a year, in the eight classes of the rule. */
export const FinanceYear = z.object({
  org: OrgRef,
  year: z.int(),
  /** Years with accounts, newest first. */
  years: z.array(z.int()),
  classes: z.array(FinanceClassLine),
  /** Source of the eight classes. */
  source: z.string(),
  series: z.array(FinanceSeries),
  /** Withdrawn and erased accounts of the year. */
  removed: RemovedNotices.optional(),
})
export type FinanceYear = z.infer<typeof FinanceYear>

export const FinanceClassQuery = z.object({
  year: Year.optional(),
  class: z.enum(FINANCE_CLASS_CODES),
  /** Only this period, set by a bar of the year or month chart. */
  period: PeriodKey.optional(),
  /** Only the item with this key. */
  key: z.string().max(100).optional(),
})

/** One class of a year or period: its lines or its newest registers, and the source notices. */
export const FinanceClassPage = z.object({
  org: OrgRef,
  year: z.int(),
  line: FinanceClassLine,
  /** Period in words: 2026年, 2026年3月. */
  when: z.string(),
  blocks: z.array(PresentedBlock),
  notices: z.array(AccountRef),
})
export type FinanceClassPage = z.infer<typeof FinanceClassPage>

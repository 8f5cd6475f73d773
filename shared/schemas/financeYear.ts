import { z } from 'zod'
import { Id } from './common'
import { OrgRef } from './org'
import { PresentedBlock } from './presentation'

export const FinanceYearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })

/** One matter through the year: a picture, the table with the same numbers, and the notices behind its lines. */
export const FinanceSeries = z.object({
  key: z.string(),
  name: z.string(),
  blocks: z.array(PresentedBlock),
  notices: z.array(z.object({ id: Id, periodLabel: z.string(), sentence: z.string() })),
})
export type FinanceSeries = z.infer<typeof FinanceSeries>

/** 财务年档: a year of an organisation's published accounts, in the eight classes of the rule. */
export const FinanceYear = z.object({
  org: OrgRef,
  year: z.int(),
  /** Years that have accounts, newest first. */
  years: z.array(z.int()),
  /** What of the eight classes was disclosed in the year. */
  classes: PresentedBlock,
  series: z.array(FinanceSeries),
})
export type FinanceYear = z.infer<typeof FinanceYear>

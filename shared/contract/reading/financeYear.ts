import { z } from 'zod'
import { FINANCE_CLASS_CODES } from '../../facts/reading/financeClasses'
import { Id, PeriodKey } from '../common'
import { OrgRef } from '../people/org'
import { PresentedBlock } from '../disclosure/presentation'

const Year = z.coerce.number<number>().int().min(2000).max(2100)

export const FinanceYearQuery = z.object({ year: Year.optional() })

/** A notice behind a picture or a class. */
const AccountRef = z.object({
  id: Id,
  period: PeriodKey,
  periodLabel: z.string(),
  title: z.string(),
  sentence: z.string(),
})

/** One matter through the year: a picture, the table with the same numbers, and the notices behind its lines. */
export const FinanceSeries = z.object({
  key: z.string(),
  name: z.string(),
  blocks: z.array(PresentedBlock),
  notices: z.array(AccountRef),
})
export type FinanceSeries = z.infer<typeof FinanceSeries>

/** One of the eight classes 八类之一, whether it was disclosed or not. */
const ClassLine = z.object({
  code: z.enum(FINANCE_CLASS_CODES),
  name: z.string(),
  meaning: z.string(),
  text: z.string(),
  missing: z.boolean(),
  /** Where nothing was told in the year: the newest year in which it was; null: never. */
  lastYear: z.int().nullable(),
})

/** 财务年档: a year of an organisation's published accounts, in the eight classes of the rule. */
export const FinanceYear = z.object({
  org: OrgRef,
  year: z.int(),
  /** Years that have accounts, newest first. */
  years: z.array(z.int()),
  classes: z.array(ClassLine),
  /** Where the eight classes stand written. */
  source: z.string(),
  series: z.array(FinanceSeries),
})
export type FinanceYear = z.infer<typeof FinanceYear>

export const FinanceClassQuery = z.object({
  year: Year.optional(),
  class: z.enum(FINANCE_CLASS_CODES),
  /** Only this period: where one comes from a bar of the year or of a month. */
  period: PeriodKey.optional(),
  /** Only this matter, by the key of its item. */
  key: z.string().max(100).optional(),
})

/** One class of a year, or of one period of it: its lines, or its newest registers, and the notices behind them. */
export const FinanceClassPage = z.object({
  org: OrgRef,
  year: z.int(),
  line: ClassLine,
  /** 2026年, 2026年3月. */
  when: z.string(),
  blocks: z.array(PresentedBlock),
  notices: z.array(AccountRef),
})
export type FinanceClassPage = z.infer<typeof FinanceClassPage>

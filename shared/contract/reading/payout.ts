import { z } from 'zod'
import { Id, Instant, PeriodKey } from '../common'
import { OrgRef } from '../people/org'
import { PresentedBlock } from '../disclosure/presentation'

export const PayoutQuery = z.object({
  category: z.string().max(40),
  year: z.coerce.number<number>().int().min(2000).max(2100).optional(),
})

/** What one notice says of one scheme, standard by standard. All values are final text; `<3` and `—` where 小格规则 keeps them. */
export const PayoutBatch = z.object({
  noticeId: Id,
  title: z.string(),
  period: PeriodKey,
  periodLabel: z.string(),
  /** 批次, where the title says which. */
  batch: z.string().nullable(),
  /** On a street's notice: name of the village that it is about. */
  aboutName: z.string().nullable(),
  publishedAt: Instant,
  rows: z.array(
    z.object({
      standard: z.string().nullable(),
      households: z.string(),
      persons: z.string(),
      amount: z.string(),
    }),
  ),
  households: z.string(),
  persons: z.string(),
  amount: z.string(),
})
export type PayoutBatch = z.infer<typeof PayoutBatch>

export const PayoutScheme = z.object({
  scheme: z.string(),
  /** What was paid in all, in one sentence. */
  sentence: z.string(),
  /** Newest period first. */
  batches: z.array(PayoutBatch),
})
export type PayoutScheme = z.infer<typeof PayoutScheme>

/** 发放汇总: a year's published lists of one category, by scheme, batch and period. */
export const PayoutPage = z.object({
  org: OrgRef,
  category: z.object({ code: z.string(), name: z.string() }),
  year: z.int(),
  /** Years that have notices, newest first. */
  years: z.array(z.int()),
  /** Sentence, picture and tables over all schemes. */
  blocks: z.array(PresentedBlock),
  schemes: z.array(PayoutScheme),
  /** Where notices do not agree, with themselves or with one another; nothing is smoothed over. */
  doubts: z.array(z.object({ noticeId: Id, text: z.string() })),
  /** Notices of the year that have no list. */
  without: z.array(
    z.object({ noticeId: Id, title: z.string(), periodLabel: z.string(), sentence: z.string() }),
  ),
  /** The year has more notices than are gathered here. */
  cut: z.boolean(),
})
export type PayoutPage = z.infer<typeof PayoutPage>

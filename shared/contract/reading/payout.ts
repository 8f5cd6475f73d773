import { z } from 'zod'
import { RemovedNotices } from '../disclosure/removedNotice'
import { Id, Instant, PeriodKey } from '../common'
import { OrgRef } from '../people/org'
import { PresentedBlock } from '../disclosure/presentation'

export const PayoutQuery = z.object({
  category: z.string().max(40),
  year: z.coerce.number<number>().int().min(2000).max(2100).optional(),
})

/**
 * One notice's part of a scheme, by standard. All values are final text; `<3` and `—` where the small-cell rule
 * 小格规则 applies.
 */
export const PayoutBatch = z.object({
  noticeId: Id,
  title: z.string(),
  period: PeriodKey,
  periodLabel: z.string(),
  /** Batch 批次, if named in the title. */
  batch: z.string().nullable(),
  /** On a street's notice: name of the village that it concerns. */
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
  /** Total payout in one sentence. */
  sentence: z.string(),
  /** Newest period first. */
  batches: z.array(PayoutBatch),
})
export type PayoutScheme = z.infer<typeof PayoutScheme>

const Mentioned = z.object({ noticeId: Id, title: z.string(), periodLabel: z.string(), sentence: z.string() })

/** Payouts 发放汇总: a year's published lists of one category, by scheme, batch and period. */
export const PayoutPage = z.object({
  org: OrgRef,
  category: z.object({ code: z.string(), name: z.string() }),
  year: z.int(),
  /** Years with notices, newest first. */
  years: z.array(z.int()),
  /** Sentence, chart and tables over all schemes. */
  blocks: z.array(PresentedBlock),
  schemes: z.array(PayoutScheme),
  /** Contradictions within or between notices; shown, never corrected. */
  doubts: z.array(z.object({ noticeId: Id, text: z.string() })),
  /** Notices of the year without a list. */
  without: z.array(Mentioned),
  /** Lists that only propose 公示中: nothing of them is counted as paid. */
  pending: z.array(Mentioned).optional(),
  /** Withdrawn and erased notices of the year. */
  removed: RemovedNotices.optional(),
  /** The year has more notices than were evaluated. */
  cut: z.boolean(),
})
export type PayoutPage = z.infer<typeof PayoutPage>

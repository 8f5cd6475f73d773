import { z } from 'zod'
import { Id, Instant } from '../common'

/** A line of a published list that is about the reader. Amounts are final text. */
export const OwnLine = z.object({
  noticeId: Id,
  title: z.string(),
  periodLabel: z.string(),
  scheme: z.string(),
  standard: z.string().nullable(),
  persons: z.int(),
  amount: z.string(),
  publishedAt: Instant,
  /** The list says what was paid; false: it only proposes 公示中. */
  paid: z.boolean(),
})
export type OwnLine = z.infer<typeof OwnLine>

/** My household 我家的: the reader's own lines in the lists of the village, and those of elders represented. */
export const Household = z.object({
  people: z.array(
    z.object({
      claimId: Id,
      orgName: z.string(),
      name: z.string(),
      /** Relation to the elder; null: the reader. */
      relationLabel: z.string().nullable(),
      /** Search result, or why it cannot be shown, in one sentence. */
      sentence: z.string(),
      /** Newest first. */
      lines: z.array(OwnLine),
    }),
  ),
})
export type Household = z.infer<typeof Household>

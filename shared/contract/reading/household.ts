import { z } from 'zod'
import { Id, Instant } from '../common'

/** A line of a published list that is one's own. Amounts are final text. */
export const OwnLine = z.object({
  noticeId: Id,
  title: z.string(),
  periodLabel: z.string(),
  scheme: z.string(),
  standard: z.string().nullable(),
  persons: z.int(),
  amount: z.string(),
  publishedAt: Instant,
})
export type OwnLine = z.infer<typeof OwnLine>

/** 我家的: what the lists of the own village say of oneself and of elders one acts for; of nobody else. */
export const Household = z.object({
  people: z.array(
    z.object({
      claimId: Id,
      orgName: z.string(),
      name: z.string(),
      /** How the elder is related; null: oneself. */
      relationLabel: z.string().nullable(),
      /** What was looked for and found, or why it cannot be told, in one sentence. */
      sentence: z.string(),
      /** Newest first. */
      lines: z.array(OwnLine),
    }),
  ),
})
export type Household = z.infer<typeof Household>

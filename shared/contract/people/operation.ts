import { z } from 'zod'
import { Instant } from '../common'

/** A background job 后台任务 that failed for good. */
export const FailedJob = z.object({
  id: z.string(),
  name: z.string(),
  /** Unique key; holds codes and ids, no personal data. */
  key: z.string(),
  dueAt: Instant,
  attempts: z.int(),
  /** Why the last attempt failed, for people. */
  reason: z.string(),
  failedAt: Instant.nullable(),
})
export type FailedJob = z.infer<typeof FailedJob>

/** Failed jobs, those of one kind together; `count` also counts those beyond the list. */
export const FailedJobList = z.object({ count: z.int(), items: z.array(FailedJob) })
export type FailedJobList = z.infer<typeof FailedJobList>

/** What a reader says about the app 意见反馈. No personal data is asked for; `contact` is the reader's own choice. */
export const SendFeedback = z.object({
  /** Made by the sender: the same key twice is one message. */
  key: z.string().regex(/^[0-9A-Za-z-]{16,64}$/),
  text: z.string().trim().min(2).max(500),
  contact: z.string().trim().max(50),
  /** Address of the page inside the app. */
  page: z.string().max(300),
})
export type SendFeedback = z.infer<typeof SendFeedback>

/** Number to name when asking about it. */
export const FeedbackSent = z.object({ number: z.string() })
export type FeedbackSent = z.infer<typeof FeedbackSent>

const Feedback = z.object({
  number: z.string(),
  at: Instant,
  text: z.string(),
  contact: z.string(),
  page: z.string(),
})

/** The newest first. */
export const FeedbackList = z.object({ items: z.array(Feedback) })
export type FeedbackList = z.infer<typeof FeedbackList>

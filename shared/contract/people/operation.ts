import { z } from 'zod'
import { Instant } from '../common'

/** A background job 后台任务 that failed for good. */
const FailedJob = z.object({
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

/** Failed jobs, those of one kind together; `count` also counts those beyond the list. */
export const FailedJobList = z.object({ count: z.int(), items: z.array(FailedJob) })
export type FailedJobList = z.infer<typeof FailedJobList>

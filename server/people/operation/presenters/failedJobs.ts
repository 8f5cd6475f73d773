import type { FailedJobList } from '@shared/contract/people/operation'
import type { FailedJobs } from '@server/platform/jobs/failedJobs'

export const presentFailedJobs = ({ jobs, count }: FailedJobs): FailedJobList => ({
  count,
  items: jobs.map(({ id, name, key, dueAt, attempts, reason, failedAt }) => ({
    id,
    name,
    key,
    dueAt: dueAt.toISOString(),
    attempts,
    reason,
    failedAt: failedAt?.toISOString() ?? null,
  })),
})

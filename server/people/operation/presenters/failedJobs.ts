import type { FailedJob, FailedJobList } from '@shared/contract/people/operation'
import type { FailedJob as JobFound, FailedJobs } from '@server/platform/jobs/failedJobs'

export const presentFailedJob = ({
  id,
  name,
  key,
  dueAt,
  attempts,
  reason,
  failedAt,
}: JobFound): FailedJob => ({
  id,
  name,
  key,
  dueAt: dueAt.toISOString(),
  attempts,
  reason,
  failedAt: failedAt?.toISOString() ?? null,
})

export const presentFailedJobs = ({ jobs, count }: FailedJobs): FailedJobList => ({
  count,
  items: jobs.map(presentFailedJob),
})

import { chinaDate } from '@shared/common/period'
import { systemActs } from '@server/platform/access/caller'
import { addJob, type JobHandler, type NewJob } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import { forgetClaims } from '../commands/forgetClaims'

/** Returns the job of the day: the same in every process and at every check of that day. */
export function dailyForgetting(now: Date): NewJob {
  const today = chinaDate(now)
  return { kind: 'forget-claims', key: `claims:${today}`, dueAt: now, data: {} }
}

/** Removes persons from old claims, a batch at a time: each further batch is a job of its own. */
export const forgetClaimsJob: JobHandler<Services> = {
  run: async (tx, { key }) => {
    const more = await forgetClaims(tx, systemActs('residencyClaim.forget', key))
    if (more) await addJob(tx, { kind: 'forget-claims', key: `${key}+`, dueAt: tx.now, data: {} })
  },
}

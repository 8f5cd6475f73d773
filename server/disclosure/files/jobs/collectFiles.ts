import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import { chinaDate } from '@shared/common/period'
import { systemActs } from '@server/platform/access/caller'
import { addJob, type JobHandler, type NewJob } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import { collectFiles } from '../commands/collectFiles'

const DAY_MS = 86_400_000
/** Hours from midnight UTC to 3 o'clock in China, when few people work. */
const HOUR_MS = 19 * 3_600_000

/** Returns the job of the day: the same in every process and at every check of that day. */
export function dailyCollection(now: Date): NewJob {
  const today = chinaDate(now)
  const dueAt = new Date(Date.parse(`${today}T00:00:00Z`) - DAY_MS + HOUR_MS)
  return { kind: 'collect-files', key: `files:${today}`, dueAt, data: {} }
}

/** Removes the uploads that nothing has referred to for days, a batch at a time: each further batch is a job of its own. */
export const collectFilesJob: JobHandler<Services> = {
  run: async (tx, { key, data }) => {
    const root = typeof data.root === 'string' ? data.root : key
    const after = typeof data.after === 'string' ? data.after : ''
    const before = new Date(tx.now.getTime() - ATTACHMENTS.keptUnusedDays * DAY_MS)
    const next = await collectFiles(tx, systemActs('file.collect', root), { before, after })
    if (next === null) return
    await addJob(tx, {
      kind: 'collect-files',
      key: `${root}/${next}`,
      dueAt: tx.now,
      data: { root, after: next },
    })
  },
}

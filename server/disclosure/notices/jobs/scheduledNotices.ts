import type { TransactionContext } from '@server/platform/access/commandContext'
import { endPublicity } from '../commands/endPublicity'
import { publishNotice } from '../commands/publishNotice'
import { returnToPeople } from '../commands/scheduleNotice'
import { loadNotice } from '../queries/noticeContext'
import { draftOf } from '../requirements/draftOf'
import type { Services } from '@server/platform/services'
import type { Job, JobHandler } from '@server/platform/jobs/runner'
import { SYSTEM_ID } from '@server/platform/access/actor'
import type { Actor } from '@server/platform/access/actor'
import { publishIssues } from '../requirements/submit'

const SYSTEM: Actor = { id: SYSTEM_ID, name: '系统', duty: '', roles: [] }

const deedOf = (services: Services, { key }: Job): TransactionContext => ({
  services,
  actor: SYSTEM,
  requestId: key,
})

/**
 * Publishes a scheduled notice 定时公开. Void when the notice has changed since. A notice that cannot be published
 * loses its schedule, with the reasons, instead of being retried.
 */
export const publishScheduled: JobHandler<Services> = {
  async run(services, job) {
    const { noticeId, version } = job.data
    const work = await loadNotice(services.db, String(noticeId))
    if (work?.notice.state !== 'scheduled' || work.notice.version !== version) return
    const deed = deedOf(services, job)
    const issues = publishIssues(draftOf(work, services.clock.now()))
    if (issues.length > 0) await returnToPeople(deed, work, issues)
    else await publishNotice(deed, work, { version })
  },
}

/** Ends a publicity period 公示期满. */
export const endPublicityJob: JobHandler<Services> = {
  run: (services, job) =>
    endPublicity(deedOf(services, job), String(job.data['noticeId']), Number(job.data['edition'])),
}

import { endPublicity } from '../commands/closeNotice'
import { publishNotice } from '../commands/publishNotice'
import { returnToPeople } from '../commands/scheduleNotice'
import { loadNotice } from '../queries/noticeContext'
import { draftOf } from '../requirements/draftOf'
import type { Services } from '@server/platform/services'
import type { JobHandler } from '@server/platform/jobs/runner'
import { systemActs } from '@server/platform/access/caller'
import { pictureIssues } from '@server/disclosure/files'
import { submitIssues } from '../requirements/submit'

/**
 * Publishes a scheduled notice 定时公开. Void when the notice has changed since. A notice that cannot be published
 * loses its schedule, with the reasons, instead of being retried.
 */
export const publishScheduled: JobHandler<Services> = {
  async run(tx, { key, data }) {
    const { noticeId, version } = data
    const work = await loadNotice(tx, String(noticeId))
    if (work?.notice.state !== 'scheduled' || work.notice.version !== version) return
    const issues = [...submitIssues(draftOf(work, tx.now)), ...pictureIssues(work.pictures, tx.now)]
    if (issues.length > 0) await returnToPeople(tx, systemActs('notice.unschedule', key), work, issues)
    else await publishNotice(tx, systemActs('notice.publish', key), work, { version })
  },
}

/** Ends a publicity period 公示期满. */
export const endPublicityJob: JobHandler<Services> = {
  run: (tx, { key, data }) =>
    endPublicity(tx, systemActs('notice.end', key), String(data['noticeId']), Number(data['edition'])),
}

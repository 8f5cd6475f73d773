import type { EditNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { type NoticeContext, justBefore } from '../queries/noticeContext'
import { isDuplicate } from '@server/platform/store/transaction'
import { advanceNotice } from './advanceNotice'
import type { CommandContext } from '@server/platform/access/commandContext'
import { Revisions } from '../models/revisions'
import { newId } from '@server/platform/store/collection'
import { attachmentIssues } from '@server/disclosure/files'
import { draftIssues } from '../requirements/draft'
import { draftOf } from '../requirements/draftOf'

/**
 * Writes a new revision of a draft, or of a notice refused by the supervisors. Resets submitter and signatory. Runs in
 * the caller's transaction.
 * @throws AppError 422 with every issue; 409 as advanceNotice, or `notice-exists` when the new period already has a
 * notice
 */
export async function editNotice(
  deed: CommandContext,
  work: NoticeContext,
  { version, content }: EditNotice,
): Promise<void> {
  const { db, clock } = deed.services
  const { notice } = work
  const place = { ...notice, period: content.period }
  const draft = draftOf({ ...work, content, previous: await justBefore(db, place) }, clock.now())
  const issues = [...(await attachmentIssues(db, notice.orgCode, content)), ...draftIssues(draft)]
  if (issues.length > 0) throw requirementsUnmet(issues)
  const revisionId = newId('rev')
  const set = {
    revisionId,
    title: content.title,
    period: content.period,
    writers: [...new Set([...notice.writers, deed.actor.id])],
    submittedBy: null,
    signedBy: null,
    meeting: null,
    releases: [],
  }
  try {
    const { notice: next } = await advanceNotice(deed, work, {
      event: 'edit',
      action: 'notice.edit',
      seen: version,
      set,
    })
    await db.of(Revisions).create([
      {
        _id: revisionId,
        noticeId: notice._id,
        orgCode: notice.orgCode,
        edition: notice.edition,
        version: next.version,
        content,
        createdBy: deed.actor.id,
        createdAt: next.updatedAt,
      },
    ])
  } catch (error) {
    throw isDuplicate(error, 'notices') ? conflict('notice-exists') : error
  }
}

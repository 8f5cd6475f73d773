import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { EditNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { type NoticeContext, justBefore } from '../queries/noticeContext'
import { isDuplicate } from '@server/platform/store/transaction'
import { advanceNotice } from './advanceNotice'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { NoticeRow } from '../models/notices'
import { Revisions } from '../models/revisions'
import { newId } from '@server/platform/store/collection'
import { attachmentIssues } from '@server/disclosure/files'
import { draftIssues } from '../requirements/draft'
import { draftOf } from '../requirements/draftOf'
import { refuseMove } from './refuseSecond'

/** Stores the content of a notice as the revision that the notice names now. */
export async function storeRevision(
  tx: Tx,
  by: Authorised,
  { _id, revisionId, orgCode, edition, version, updatedAt }: NoticeRow,
  content: NoticeContent,
): Promise<void> {
  await tx.of(Revisions).create([
    {
      _id: revisionId,
      noticeId: _id,
      orgCode,
      edition,
      version,
      content,
      createdBy: by.actor.id,
      createdAt: updatedAt,
    },
  ])
}

/**
 * Writes a new revision of a draft, or of a notice refused by the supervisors. Resets submitter and signatory.
 * @throws AppError 422 with every issue; 409 as advanceNotice, `notice-exists` when the new period already has a
 * notice, or `notice-discarded`
 */
export async function editNotice(
  tx: Tx,
  by: Authorised<'notice.edit'>,
  work: NoticeContext,
  { version, content }: EditNotice,
): Promise<void> {
  const { notice } = work
  const place = { ...notice, period: content.period }
  const draft = draftOf({ ...work, content, previous: await justBefore(tx, place) }, tx.now)
  const issues = [...(await attachmentIssues(tx, notice.orgCode, content)), ...draftIssues(draft)]
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (place.period !== notice.period) await refuseMove(tx, place, notice._id)
  const revisionId = newId('rev')
  const set = {
    revisionId,
    title: content.title,
    period: content.period,
    writers: [...new Set([...notice.writers, by.actor.id])],
    submittedBy: null,
    signedBy: null,
    meeting: null,
    releases: [],
  }
  try {
    const { notice: next } = await advanceNotice(tx, by, work, {
      event: 'edit',
      seen: version,
      set,
    })
    await storeRevision(tx, by, next, content)
  } catch (error) {
    throw isDuplicate(error, 'notices') ? conflict('notice-exists') : error
  }
}

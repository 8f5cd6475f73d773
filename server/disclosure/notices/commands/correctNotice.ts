import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { CorrectNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { chinaDate } from '@shared/common/period'
import { advanceNotice } from './advanceNotice'
import { storeRevision } from './editNotice'
import { withoutAttestations } from '@shared/content/attestations'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { newId } from '@server/platform/store/collection'

/**
 * Begins a correction 更正: the next edition as a draft with the content of the last one, without what somebody attested
 * of that one. The public edition stays until the new one has passed the same workflow and is published with the reason.
 * @throws AppError 422 when the reason contains personal data; 409 as advanceNotice
 */
export async function correctNotice(
  tx: Tx,
  by: Authorised<'notice.correct'>,
  work: NoticeContext,
  { version, reason }: CorrectNotice,
): Promise<void> {
  const issues = wordsIssues({ reason }, chinaDate(tx.now))
  const revisionId = newId('rev')
  const { notice } = await advanceNotice(tx, by, work, {
    event: 'correct',
    seen: version,
    reason,
    set: {
      edition: work.notice.edition + 1,
      revisionId,
      reason,
      writers: [by.actor.id],
      submittedBy: null,
      signedBy: null,
      meeting: null,
      releases: [],
    },
  })
  if (issues.length > 0) throw requirementsUnmet(issues)
  await storeRevision(tx, by, notice, withoutAttestations(work.content))
}

import { loadNotice } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import type { TransactionContext } from '@server/platform/access/commandContext'

/**
 * Ends the publicity period of a published edition 公示期满; advances the notice only while this is its working
 * edition. The presenters fold names by the clock, independently of this step. Idempotent. Runs in the caller's
 * transaction.
 */
export async function endPublicity(
  deed: TransactionContext,
  noticeId: string,
  edition: number,
): Promise<void> {
  const work = await loadNotice(deed.services.db, noticeId)
  if (!work || work.notice.edition !== edition || work.notice.state !== 'published') return
  await advanceNotice(deed, work, { event: 'end', action: 'notice.end', seen: work.notice.version })
}

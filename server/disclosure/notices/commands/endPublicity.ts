import { loadNotice } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import type { TransactionContext } from '@server/platform/access/commandContext'

/**
 * 公示期满 of one published edition: the notice goes on when this is still its working edition. Names are folded by the
 * presenters from the moment itself. Doing it twice does nothing. Runs in a transaction.
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

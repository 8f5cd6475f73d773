import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { loadNotice } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'

/**
 * Ends the publicity period of a published edition 公示期满; advances the notice only while this is its working
 * edition. The presenters fold names by the clock, independently of this step. Idempotent.
 */
export async function endPublicity(
  tx: Tx,
  by: Authorised<'notice.end'>,
  noticeId: string,
  edition: number,
): Promise<void> {
  const work = await loadNotice(tx, noticeId)
  if (!work || work.notice.edition !== edition || work.notice.state !== 'published') return
  await advanceNotice(tx, by, work, { event: 'end', seen: work.notice.version })
}

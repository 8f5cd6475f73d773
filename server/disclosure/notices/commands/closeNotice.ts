import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { retentionOf } from '@server/domain/publicity'
import type { ArchiveNotice, ConfirmNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict } from '@server/platform/errors'
import { noticeConfirming } from '../events'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'

/**
 * Confirms a notice 确认 after its publicity period, when no objection is open.
 * @throws AppError 409 `objections-open`, and as advanceNotice
 */
export async function confirmNotice(
  tx: Tx,
  by: Authorised<'notice.confirm'>,
  work: NoticeContext,
  { version }: ConfirmNotice,
): Promise<void> {
  await advanceNotice(tx, by, work, { event: 'confirm', seen: version })
  const counts = await tx.ask(noticeConfirming, { noticeId: work.notice._id, at: tx.now })
  const open = counts.reduce((sum, count) => sum + count, 0)
  if (open > 0) throw conflict('objections-open', `还有 ${open} 件异议没有办完，不能确认。`)
}

/**
 * Archives a notice 归档: the village sets the volume number, the rule of the category sets the retention.
 * @throws AppError 409
 */
export async function archiveNotice(
  tx: Tx,
  by: Authorised<'notice.archive'>,
  work: NoticeContext,
  { version, volume }: ArchiveNotice,
): Promise<void> {
  const { retention, source } = retentionOf(work.notice.category)
  const at = tx.now.toISOString()
  await advanceNotice(tx, by, work, {
    event: 'archive',
    seen: version,
    set: { archive: { volume, retention, basis: source, at } },
    reason: `档号 ${volume}，保管${retention}`,
  })
}

import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { retentionOf } from '@server/domain/publicity'
import type { ArchiveNotice, StepNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict } from '@server/platform/errors'
import { noticeConfirming } from '../events'
import { loadNotice, type NoticeContext } from '../queries/noticeContext'
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

/**
 * Confirms a notice 确认 after its publicity period, when no objection is open.
 * @throws AppError 409 `objections-open`, and as advanceNotice
 */
export async function confirmNotice(
  tx: Tx,
  by: Authorised<'notice.confirm'>,
  work: NoticeContext,
  { version }: StepNotice,
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

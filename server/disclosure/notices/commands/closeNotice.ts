import { retentionOf } from '@server/domain/publicity'
import type { ArchiveNotice, ConfirmNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict } from '@server/platform/errors'
import { noticeConfirming } from '../events'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import type { CommandContext } from '@server/platform/access/commandContext'

/**
 * Confirms a notice 确认 after its publicity period, when no objection is open. Runs in the caller's transaction.
 * @throws AppError 409 `objections-open`, and as advanceNotice
 */
export async function confirmNotice(
  deed: CommandContext,
  work: NoticeContext,
  { version }: ConfirmNotice,
): Promise<void> {
  await advanceNotice(deed, work, { event: 'confirm', action: 'notice.confirm', seen: version })
  const { db, clock } = deed.services
  const counts = await db.ask(noticeConfirming, { noticeId: work.notice._id, at: clock.now() })
  const open = counts.reduce((sum, count) => sum + count, 0)
  if (open > 0) throw conflict('objections-open', `还有 ${open} 件异议没有办完，不能确认。`)
}

/**
 * Archives a notice 归档: the village sets the volume number, the rule of the category sets the retention. Runs in the
 * caller's transaction.
 * @throws AppError 409
 */
export async function archiveNotice(
  deed: CommandContext,
  work: NoticeContext,
  { version, volume }: ArchiveNotice,
): Promise<void> {
  const { retention, source } = retentionOf(work.notice.category)
  const at = deed.services.clock.now().toISOString()
  await advanceNotice(deed, work, {
    event: 'archive',
    action: 'notice.archive',
    seen: version,
    set: { archive: { volume, retention, basis: source, at } },
    reason: `档号 ${volume}，保管${retention}`,
  })
}

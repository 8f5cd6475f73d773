import { retentionOf } from '@server/domain/publicity'
import type { ArchiveNotice, ConfirmNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict } from '@server/platform/errors'
import { openObjections } from '@server/participation/objections/queries/objections'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import type { CommandContext } from '@server/platform/access/commandContext'

/**
 * 确认: the period is over and nothing is open any more. Runs in a transaction.
 * @throws AppError 409 `objections-open`, and as advanceNotice
 */
export async function confirmNotice(
  deed: CommandContext,
  work: NoticeContext,
  { version }: ConfirmNotice,
): Promise<void> {
  await advanceNotice(deed, work, { event: 'confirm', action: 'notice.confirm', seen: version })
  const { db, clock } = deed.services
  const open = await openObjections(db, work.notice._id, clock.now())
  if (open > 0) throw conflict('objections-open', `还有 ${open} 件异议没有办完，不能确认。`)
}

/** 归档: volume number by the village, retention by the rule of the category. Runs in a transaction. @throws AppError 409 */
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

import { chinaDate } from '@shared/common/period'
import type { WithdrawNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import type { CommandContext } from '@server/platform/access/commandContext'
import { touchFeed } from '@server/platform/pages/invalidate'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { LeakRecords } from '../models/leakRecords'
import type { NoticeRow } from '../models/notices'
import { newId } from '@server/platform/store/collection'
import {
  blankEdition,
  editionWithdrawn,
  noticeWithdrawn,
  Publications,
  type PublicationRow,
} from '@server/disclosure/publications'

async function withdrawEditions(
  deed: CommandContext,
  notice: NoticeRow,
  reason: string,
  at: Date,
): Promise<number> {
  const { db } = deed.services
  const rows = await db.of(Publications).find({ noticeId: notice._id }).lean<PublicationRow[]>().exec()
  const standing = rows.filter(row => row.withdrawn === null)
  for (const row of standing) {
    const tombstone = { by: deed.actor.name, at: at.toISOString(), reason, sha256: row.sha256 }
    await blankEdition(db, row, tombstone)
    await db.emit(editionWithdrawn, { noticeId: notice._id, edition: row.edition, basis: reason, at })
  }
  return standing.length
}

/**
 * Withdraws a notice that exposes personal data 撤回泄露个人信息的公示: every published edition leaves the public at
 * once and shows who withdrew it, when and why. Writes ledger entries and the record of the leak
 * (个人信息保护法第五十七条). Runs in the caller's transaction.
 * @throws AppError 409 when no edition is public, or as advanceNotice; 422 when the text itself contains personal data
 */
export async function withdrawNotice(
  deed: CommandContext,
  work: NoticeContext,
  input: WithdrawNotice,
): Promise<void> {
  const { db } = deed.services
  const { version, reason, measures, leaked, persons } = input
  const { notice } = await advanceNotice(deed, work, {
    event: 'withdraw',
    action: 'notice.withdraw',
    seen: version,
    reason,
    set: { liveEdition: null },
  })
  const at = notice.updatedAt
  const issues = wordsIssues({ reason, measures }, chinaDate(at))
  if (issues.length > 0) throw requirementsUnmet(issues)
  if ((await withdrawEditions(deed, notice, reason, at)) === 0) throw conflict('wrong-state')
  await db.emit(noticeWithdrawn, { disclosure: { ...notice, noticeId: notice._id }, at })
  await db.of(LeakRecords).create([
    {
      _id: newId('lek'),
      noticeId: notice._id,
      orgCode: notice.orgCode,
      edition: work.notice.liveEdition ?? notice.edition,
      leaked,
      persons,
      measures,
      reason,
      by: deed.actor.id,
      byName: deed.actor.name,
      at,
    },
  ])
  await touchFeed(db, notice.orgCode, at)
}

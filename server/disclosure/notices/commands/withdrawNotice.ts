import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { WithdrawDuplicate, WithdrawNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice, requireStep } from './advanceNotice'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { LeakRecords } from '../models/leakRecords'
import type { NoticeRow } from '../models/notices'
import { newId } from '@server/platform/store/collection'
import type { Tombstone } from '@shared/contract/disclosure/notice'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import { duplicatesOf } from '../queries/notices'
import {
  blankEdition,
  editionWithdrawn,
  noticeWithdrawn,
  Publications,
  type PublicationRow,
} from '@server/disclosure/publications'

type Withdrawal = Pick<Tombstone, 'reason' | 'instead'>

async function withdrawEditions(
  tx: Tx,
  by: Authorised,
  notice: NoticeRow,
  withdrawal: Withdrawal,
): Promise<void> {
  const at = notice.updatedAt
  const rows = await tx.of(Publications).find({ noticeId: notice._id }).lean<PublicationRow[]>().exec()
  const standing = rows.filter(row => row.withdrawn === null)
  for (const row of standing) {
    const tombstone = { by: by.actor.name, at: at.toISOString(), ...withdrawal, sha256: row.sha256 }
    await blankEdition(tx, row, tombstone)
    const { noticeId, edition } = row
    await tx.emit(editionWithdrawn, { noticeId, edition, basis: withdrawal.reason, at })
  }
  if (standing.length === 0) throw conflict('wrong-state')
  await tx.emit(noticeWithdrawn, { disclosure: { ...notice, noticeId: notice._id }, at })
}

/**
 * Withdraws a notice that exposes personal data 撤回泄露个人信息的公示: every published edition leaves the public at
 * once and shows who withdrew it, when and why. Writes ledger entries and the record of the leak
 * (个人信息保护法第五十七条).
 * @throws AppError 409 when no edition is public, or as advanceNotice; 422 when the text itself contains personal data
 */
export async function withdrawNotice(
  tx: Tx,
  by: Authorised<'notice.withdraw'>,
  work: NoticeContext,
  input: WithdrawNotice,
): Promise<void> {
  const { version, reason, measures, leaked, persons } = input
  const { notice } = await advanceNotice(tx, by, work, {
    event: 'withdraw',
    seen: version,
    reason,
    set: { liveEdition: null },
  })
  const at = notice.updatedAt
  const issues = wordsIssues({ reason, measures }, chinaDate(at))
  if (issues.length > 0) throw requirementsUnmet(issues)
  await withdrawEditions(tx, by, notice, { reason })
  await tx.of(LeakRecords).create([
    {
      _id: newId('lek'),
      noticeId: notice._id,
      orgCode: notice.orgCode,
      edition: work.notice.liveEdition ?? notice.edition,
      leaked,
      persons,
      measures,
      reason,
      by: by.actor.id,
      byName: by.actor.name,
      at,
    },
  ])
}

/**
 * Withdraws a notice that was published twice 重复公开: the words leave the public, the page says which notice stays.
 * The other one is public, of the same organisation, category, period and village.
 * @throws AppError 409 when no edition is public, or as advanceNotice; 422 when the other is not such a notice
 */
export async function withdrawDuplicate(
  tx: Tx,
  by: Authorised<'notice.withdraw'>,
  work: NoticeContext,
  { version, instead }: WithdrawDuplicate,
): Promise<void> {
  await requireStep(tx, work, { event: 'withdraw', seen: version })
  const standing = (await duplicatesOf(tx, work.notice)).find(one => one.noticeId === instead)
  if (!standing) {
    const message = REQUIREMENT_TEXTS['duplicate-not-public']()
    throw requirementsUnmet([{ code: 'duplicate-not-public', field: 'instead', message }])
  }
  const reason = `重复公开，同一内容见“${standing.title}”`
  const { notice } = await advanceNotice(tx, by, work, {
    event: 'withdraw',
    seen: version,
    reason,
    set: { liveEdition: null },
  })
  await withdrawEditions(tx, by, notice, { reason, instead })
}

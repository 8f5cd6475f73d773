import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { WithdrawDuplicate, WithdrawNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice, requireStep } from './advanceNotice'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import type { NoticeRow } from '../models/notices'
import type { Tombstone } from '@shared/contract/disclosure/notice'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import { duplicatesOf } from '../queries/notices'
import {
  blankEdition,
  editionWithdrawn,
  noticeWithdrawn,
  Publications,
  type PublicationRow,
  type Withdrawal,
} from '@server/disclosure/publications'

type Withdrawing = Pick<Tombstone, 'reason' | 'instead'> & Pick<Withdrawal, 'leak'>

async function withdrawEditions(
  tx: Tx,
  by: Authorised,
  notice: NoticeRow,
  { leak, ...withdrawal }: Withdrawing,
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
  const edition = Math.max(...standing.map(row => row.edition))
  const { id, name: byName } = by.actor
  await tx.emit(noticeWithdrawn, {
    disclosure: { ...notice, noticeId: notice._id },
    withdrawal: { edition, ...withdrawal, by: id, byName, leak },
    at,
  })
}

/**
 * Withdraws a notice that exposes personal data 撤回泄露个人信息的公示: every published edition leaves the public at
 * once and shows who withdrew it, when and why. Writes ledger entries; the removal that has to be confirmed and the record
 * of the leak (个人信息保护法第五十七条) follow from `noticeWithdrawn`.
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
  const issues = wordsIssues({ reason, measures }, chinaDate(notice.updatedAt))
  if (issues.length > 0) throw requirementsUnmet(issues)
  await withdrawEditions(tx, by, notice, { reason, leak: { leaked, persons, measures } })
}

/** Without the other notice's title, which must be erasable by law and would be in the ledger for good. */
const REPEATED = '重复公开，同一内容另有一条公示'

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
  const standing = await duplicatesOf(tx, work.notice)
  if (!standing.some(one => one.noticeId === instead)) {
    const message = REQUIREMENT_TEXTS['duplicate-not-public']()
    throw requirementsUnmet([{ code: 'duplicate-not-public', field: 'instead', message }])
  }
  const { notice } = await advanceNotice(tx, by, work, {
    event: 'withdraw',
    seen: version,
    reason: REPEATED,
    set: { liveEdition: null },
  })
  await withdrawEditions(tx, by, notice, { reason: REPEATED, instead, leak: null })
}

import { chinaDate } from '@shared/common/period'
import type { Tombstone } from '@shared/contract/disclosure/notice'
import type { WithdrawNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { entryOf } from '@server/disclosure/ledger/queries/ledger'
import type { NoticeContext } from '../queries/noticeContext'
import { appendToLedger } from '@server/disclosure/ledger/commands/appendToLedger'
import { laterFact } from '@server/disclosure/ledger/facts'
import { advanceNotice } from './advanceNotice'
import { reopenObligations } from '@server/disclosure/obligations/commands/closeObligations'
import type { CommandContext } from '@server/platform/access/commandContext'
import { refreshDiscrepancies } from '@server/disclosure/discrepancies/commands/refreshDiscrepancies'
import { touchFeed } from '@server/platform/pages/invalidate'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { Publications, type PublicationRow } from '@server/disclosure/publications/models/publications'
import { ChannelProofs } from '@server/reading/channels/models/channelProofs'
import { LeakRecords } from '../models/leakRecords'
import type { NoticeRow } from '../models/notices'
import { newId } from '@server/platform/store/collection'

/** The words of a withdrawn edition are gone from everything that is public; what is left blank, the verifier knows. */
const scrubbed = ({ period }: NoticeRow, withdrawn: Tombstone) => ({
  live: false,
  withdrawn,
  title: '',
  sentence: '',
  content: { title: '', period, blocks: [] },
  grams: [],
})

async function withdrawEditions(
  deed: CommandContext,
  notice: NoticeRow,
  reason: string,
  at: Date,
): Promise<number> {
  const { db } = deed.services
  const rows = await db.of(Publications).find({ noticeId: notice._id }).lean<PublicationRow[]>().exec()
  const standing = rows.filter(row => row.withdrawn === null)
  for (const { _id, edition, sha256 } of standing) {
    await db.of(ChannelProofs).deleteMany({ noticeId: notice._id, edition })
    const tombstone = { by: deed.actor.name, at: at.toISOString(), reason, sha256 }
    await db.of(Publications).updateOne({ _id }, { $set: scrubbed(notice, tombstone) })
    const entry = await entryOf(db, notice._id, edition)
    if (entry) await appendToLedger(db, laterFact(entry, { event: 'withdraw', basis: reason, at }))
  }
  return standing.length
}

/**
 * 撤回泄露个人信息的公示: every published edition of the notice leaves the public at once; a tombstone says who, when and why,
 * the ledger gets its entries, and a record is kept (个人信息保护法第五十七条). Runs in a transaction.
 * @throws AppError 409 when nothing is public, or as advanceNotice; 422 when the words themselves name a person's data
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
  await refreshDiscrepancies(db, notice, at)
  await reopenObligations(db, notice, at)
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

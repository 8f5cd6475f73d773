import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { chinaDate } from '@shared/common/period'
import type { EraseEdition, Erasure } from '@shared/contract/disclosure/ledger'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { conflict, notFound, requirementsUnmet } from '@server/platform/errors'
import { forgetAnswersAbout } from '@server/platform/idempotency/forgetAnswers'
import { Revisions, type RevisionRow } from '../models/revisions'
import { Notices, type NoticeRow } from '../models/notices'
import { LAWFUL_ERASURE } from '@server/platform/store/collection'
import { entryOf, erasuresOf, eraseFromLedger } from '@server/disclosure/ledger'
import { eraseStoredEdition, editionErased } from '@server/disclosure/publications'
import { basisIssues } from '../requirements/privacy'

const ERASED_TITLE = '已依法删除的公示'

const erased = (period: string): NoticeContent => ({
  title: ERASED_TITLE,
  period,
  blocks: [{ type: 'text', label: '说明', text: '这一版的内容已依法删除。' }],
})

/** Removes the words from the edition's publication, its revisions and every response stored for idempotency. */
async function eraseWords(tx: Tx, notice: NoticeRow, edition: number): Promise<void> {
  const noticeId = notice._id
  await eraseStoredEdition(tx, noticeId, edition)
  const all = await tx.of(Revisions).find({ noticeId }, { edition: 1 }).lean<RevisionRow[]>().exec()
  const ids = all.filter(row => row.edition === edition).map(({ _id }) => _id)
  await tx
    .of(Revisions)
    .updateMany({ _id: trusted({ $in: ids }) }, { $set: { content: erased(notice.period) } })
    .setOptions(LAWFUL_ERASURE)
  if (notice.edition === edition) {
    await tx.of(Notices).updateOne({ _id: noticeId }, { $set: { title: ERASED_TITLE } })
  }
  await forgetAnswersAbout(tx, noticeId)
}

/**
 * Erases the words of a published edition by law 依法删除 (个人信息保护法 §47): removes words and salts; the ledger
 * keeps its commitments and gets an entry with the legal basis.
 * @throws AppError 404 `not-recorded`; 409 `already-erased`; 422 when the basis itself contains personal data
 */
export async function eraseEdition(
  tx: Tx,
  by: Authorised<'ledger.erase'>,
  notice: NoticeRow,
  { edition, basis }: EraseEdition,
): Promise<Erasure> {
  const at = tx.now
  const issues = basisIssues(basis, chinaDate(at))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const entry = await entryOf(tx, notice._id, edition)
  if (!entry) throw notFound('not-recorded', 'edition')
  const before = await erasuresOf(tx, notice._id)
  if (before.some(one => one.edition === edition)) throw conflict('already-erased')
  const { index, recordedAt } = await eraseFromLedger(tx, { index: entry.index, basis, at })
  await eraseWords(tx, notice, edition)
  await tx.emit(editionErased, {
    noticeId: notice._id,
    disclosure: { ...notice, noticeId: notice._id },
    edition,
    at,
  })
  await audit(tx, by, { orgCode: notice.orgCode, id: notice._id }, { edition, index })
  return { edition, at: recordedAt, basis, index }
}

import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Db, Tx } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import { filesOfContent } from '@shared/content/contentFiles'
import type { Erasure } from '@shared/contract/disclosure/ledger'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { conflict, notFound } from '@server/platform/errors'
import { forgetAnswersAbout } from '@server/platform/idempotency/forgetAnswers'
import { Revisions, type RevisionRow } from '../models/revisions'
import { Notices, type NoticeRow } from '../models/notices'
import type { NoticeContext } from '../queries/noticeContext'
import { LAWFUL_ERASURE } from '@server/platform/store/collection'
import { entryOf, erasuresOf, eraseFromLedger } from '@server/disclosure/ledger'
import { editionsOf, eraseStoredEdition, editionErased } from '@server/disclosure/publications'
import { advanceNotice } from './advanceNotice'

const ERASED_TITLE = '已依法删除的公示'

const erased = (period: string): NoticeContent => ({
  title: ERASED_TITLE,
  period,
  blocks: [{ type: 'text', label: '说明', text: '这一版的内容已依法删除。' }],
})

/**
 * Returns the revisions that may hold an edition's words: its own, and those of other editions but the last of each, since
 * a correction begins with a copy of the edition before.
 */
export async function revisionsWith(db: Db, noticeId: string, edition: number): Promise<RevisionRow[]> {
  const all = await db.of(Revisions).find({ noticeId }).sort({ version: 1 }).lean<RevisionRow[]>().exec()
  const editions = await editionsOf(db, noticeId)
  const others = new Set(editions.map(one => one.edition).filter(one => one !== edition))
  const kept = new Set([...others].map(other => all.findLast(row => row.edition === other)?._id))
  return all.filter(({ _id }) => !kept.has(_id))
}

const filesIn = (revisions: readonly RevisionRow[]): string[] => [
  ...new Set(revisions.flatMap(({ content }) => filesOfContent(content).map(({ file }) => file.sha256))),
]

/** Removes the words from the edition's publication, its revisions and every response stored for idempotency. */
async function eraseWords(
  tx: Tx,
  notice: NoticeRow,
  edition: number,
  revisions: readonly RevisionRow[],
): Promise<void> {
  const noticeId = notice._id
  await eraseStoredEdition(tx, noticeId, edition)
  await tx
    .of(Revisions)
    .updateMany(
      { _id: trusted({ $in: revisions.map(({ _id }) => _id) }) },
      { $set: { content: erased(notice.period) } },
    )
    .setOptions(LAWFUL_ERASURE)
  if (notice.edition === edition) {
    await tx.of(Notices).updateOne({ _id: noticeId }, { $set: { title: ERASED_TITLE } })
  }
  await forgetAnswersAbout(tx, noticeId)
}

/**
 * Checks that an edition can be erased: it was published, is not erased yet, and no correction of it is in work, whose
 * draft would keep its words.
 * @throws AppError 404 `not-recorded`; 409 `already-erased` or `correction-under-way`
 */
export async function checkErasable(db: Db, notice: NoticeRow, edition: number): Promise<number> {
  const entry = await entryOf(db, notice._id, edition)
  if (!entry) throw notFound('not-recorded', 'edition')
  const before = await erasuresOf(db, notice._id)
  if (before.some(one => one.edition === edition)) throw conflict('already-erased')
  if (notice.edition > edition && notice.edition !== notice.liveEdition && notice.state !== 'withdrawn') {
    throw conflict('correction-under-way')
  }
  return entry.index
}

/**
 * Erases the words of a published edition by law 依法删除 (个人信息保护法 §47): removes words and salts; the ledger
 * keeps its commitments and gets an entry with the legal basis. Files, messages and other copies follow from
 * `editionErased`. A notice that is public no more is withdrawn, so that its duty is open again.
 * @throws AppError as checkErasable
 */
export async function eraseEdition(
  tx: Tx,
  by: Authorised<'notice.erase'>,
  work: NoticeContext,
  { edition, basis }: { edition: number; basis: string },
): Promise<Erasure> {
  const { notice } = work
  const at = tx.now
  const erases = await checkErasable(tx, notice, edition)
  const { index, recordedAt } = await eraseFromLedger(tx, { index: erases, basis, at })
  const revisions = await revisionsWith(tx, notice._id, edition)
  const wasLive = notice.liveEdition === edition
  if (wasLive) {
    await advanceNotice(tx, by, work, {
      event: 'erase',
      seen: notice.version,
      reason: basis,
      set: { liveEdition: null, publishAt: null },
    })
  }
  await eraseWords(tx, notice, edition, revisions)
  await tx.emit(editionErased, {
    noticeId: notice._id,
    disclosure: { ...notice, noticeId: notice._id },
    edition,
    files: filesIn(revisions),
    wasLive,
    title: ERASED_TITLE,
    at,
  })
  await audit(tx, by, { orgCode: notice.orgCode, id: notice._id }, { edition, index })
  return { edition, at: recordedAt, basis, index }
}

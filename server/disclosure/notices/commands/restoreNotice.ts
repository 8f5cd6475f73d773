import { type Authorised, including } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import { filesOfContent } from '@shared/content/contentFiles'
import { withoutFiles } from '@shared/content/withoutFiles'
import { foldContent } from '@shared/presentation/fold'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { maskOpenFindings } from '@server/domain/privacy'
import { publicityOf } from '@server/domain/publicity'
import { newId } from '@server/platform/store/collection'
import { activeHolidays } from '@server/disclosure/holidays'
import { newEdition, Publications, type PublicationRow, storeEdition } from '@server/disclosure/publications'
import { Revisions, type RevisionRow } from '../models/revisions'
import { noticesOfMatter, type NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import { storeRevision } from './editNotice'

interface Return {
  /** Newest edition that was withdrawn. */
  edition: number
  /** Why it is public again. */
  reason: string
  /** Names of people go and attachments are held back: nobody has looked at the withdrawal. */
  unseen: boolean
  withFiles: boolean
}

/** Returns the words as they may be public again: every finding masked, those that a reason had released too. */
function maskedContent(content: NoticeContent, today: string, { unseen, withFiles }: Return): NoticeContent {
  const masked = maskOpenFindings(content, [], { today })
  const whole = withFiles ? masked : withoutFiles(masked)
  if (!unseen) return whole
  const { withheld: _withheld, ...folded } = foldContent(whole)
  return folded
}

const sentenceOf = (reason: string, left: number): string =>
  left > 0 ? `${reason}；${left} 份附件和图片程序不能遮盖，没有放回。` : `${reason}。`

/**
 * Makes a withdrawn notice public again 恢复公开 as its next edition, with personal data masked. A correction in work
 * goes on as the edition after that. Returns false, and changes nothing, when the notice or the same matter is public.
 */
export async function restoreNotice(
  tx: Tx,
  by: Authorised<'notice.restore'>,
  work: NoticeContext,
  wanted: Return,
): Promise<boolean> {
  const { notice, org, item } = work
  const others = await noticesOfMatter(tx, notice)
  if (others.some(({ liveEdition }) => liveEdition !== null)) return false
  const { edition } = wanted
  const withdrawn = await tx
    .of(Publications)
    .findOne({ noticeId: notice._id, edition })
    .lean<PublicationRow>()
    .exec()
  const all = await tx
    .of(Revisions)
    .find({ noticeId: notice._id })
    .sort({ version: 1 })
    .lean<RevisionRow[]>()
    .exec()
  const published = all.findLast(row => row.edition === edition)
  if (!withdrawn || !published) return false
  const content = maskedContent(published.content, chinaDate(tx.now), wanted)
  const left = filesOfContent(published.content).length - filesOfContent(content).length
  const reason = sentenceOf(wanted.reason, left)
  const inWork = notice.state !== 'withdrawn'
  const next = inWork ? notice.edition : notice.edition + 1
  const restored = await advanceNotice(tx, by, work, {
    event: 'restore',
    seen: notice.version,
    reason,
    set: {
      edition: next,
      liveEdition: next,
      revisionId: newId('rev'),
      title: content.title,
      period: content.period,
      reason,
      meeting: withdrawn.meeting,
      publishAt: null,
      order: null,
      archive: null,
      releases: [],
    },
  })
  await storeRevision(tx, by, restored.notice, content)
  const { grams: _grams, _id, withdrawn: _tombstone, publicityMoved: _moved, ...facts } = withdrawn
  await storeEdition(
    tx,
    newEdition(item, {
      ...facts,
      _id: newId('pub'),
      edition: next,
      content,
      reason,
      publicity: publicityOf(item, chinaDate(tx.now), await activeHolidays(tx)),
      publishedAt: tx.now,
    }),
  )
  if (inWork) await goOnCorrecting(tx, by, { ...restored, org }, work)
  return true
}

/** The draft that was in work becomes a correction of what is public again. */
async function goOnCorrecting(
  tx: Tx,
  by: Authorised<'notice.restore'>,
  restored: NoticeContext,
  { notice: { reason, writers }, content }: NoticeContext,
): Promise<void> {
  const { notice } = await advanceNotice(tx, including(by, 'notice.correct'), restored, {
    event: 'correct',
    seen: restored.notice.version,
    reason,
    set: {
      edition: restored.notice.edition + 1,
      revisionId: newId('rev'),
      title: content.title,
      period: content.period,
      reason,
      writers,
      submittedBy: null,
      signedBy: null,
      meeting: null,
      releases: [],
    },
  })
  await storeRevision(tx, by, notice, content)
}

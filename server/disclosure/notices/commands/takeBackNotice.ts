import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { addJob } from '@server/platform/jobs/runner'
import { isOver, Publications, type PublicationRow } from '@server/disclosure/publications'
import type { NoticeState } from '@shared/contract/disclosure/notice'
import type { StepNotice } from '@shared/contract/disclosure/noticeWorkflow'
import type { NoticeRow } from '../models/notices'
import { Revisions, type RevisionRow } from '../models/revisions'
import type { StatusRow } from '../models/statuses'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice, requireStep } from './advanceNotice'

/**
 * Takes a submission back 撤回送审 until it is published or scheduled: the same content as a draft. A sign-off and a
 * meeting that it had are void.
 * @throws AppError 409 as advanceNotice
 */
export async function recallNotice(
  tx: Tx,
  by: Authorised<'notice.recall'>,
  work: NoticeContext,
  { version }: StepNotice,
): Promise<void> {
  const set = { submittedBy: null, signedBy: null, meeting: null }
  await advanceNotice(tx, by, work, { event: 'recall', seen: version, set })
}

/**
 * Discards a draft that was never published 作废草稿. Its history stays; the item's period is free again, see
 * `createNotice`.
 * @throws AppError 409 as advanceNotice
 */
export async function discardNotice(
  tx: Tx,
  by: Authorised<'notice.discard'>,
  work: NoticeContext,
  { version }: StepNotice,
): Promise<void> {
  await advanceNotice(tx, by, work, { event: 'discard', seen: version })
}

type Former = Pick<
  NoticeRow,
  'edition' | 'revisionId' | 'title' | 'period' | 'writers' | 'meeting' | 'reason'
>

/** Returns the fields of the edition before the working one, from its revisions and its publication. */
async function formerEdition(tx: Tx, { _id: noticeId, edition: working }: NoticeRow): Promise<Former> {
  const edition = working - 1
  const all = await tx
    .of(Revisions)
    .find({ noticeId }, { edition: 1, createdBy: 1, content: 1 })
    .sort({ version: 1 })
    .lean<RevisionRow[]>()
    .exec()
  const revisions = all.filter(row => row.edition === edition)
  const last = revisions.at(-1)
  if (!last) throw new Error(`notice ${noticeId} has no edition ${edition}`)
  const published = await tx
    .of(Publications)
    .findOne({ noticeId, edition }, { meeting: 1, reason: 1 })
    .lean<Pick<PublicationRow, 'meeting' | 'reason'>>()
    .exec()
  return {
    edition,
    revisionId: last._id,
    title: last.content.title,
    period: last.content.period,
    writers: [...new Set(revisions.map(({ createdBy }) => createdBy))],
    meeting: published?.meeting ?? null,
    reason: published?.reason ?? null,
  }
}

/** Returns who took a step of an edition last; null when nobody did. */
const doerOf = (statuses: readonly StatusRow[], edition: number, event: StatusRow['event']): string | null =>
  statuses.findLast(row => row.edition === edition && row.event === event)?.by ?? null

/**
 * Returns the state before the correction began. A notice withdrawn meanwhile stays withdrawn; one whose archive record
 * an older version of this program cleared is archived again by hand.
 */
function formerState({ notice, statuses }: NoticeContext): NoticeState {
  if (notice.liveEdition === null) return 'withdrawn'
  const begun = statuses.findLast(row => row.event === 'correct')?.from
  if (!begun) throw new Error(`notice ${notice._id} corrects without having begun`)
  // Withdrawn when the correction began, and public again since, see `restoreNotice`.
  if (begun === 'withdrawn') return 'published'
  return begun === 'archived' && !notice.archive ? 'confirmed' : begun
}

/**
 * Gives up a correction that has begun 取消更正: the notice is again as it was before, its public edition and an order
 * of the town stay in force. A publicity period that ended meanwhile is ended by its job.
 * @throws AppError 409 as advanceNotice
 */
export async function cancelCorrection(
  tx: Tx,
  by: Authorised<'notice.cancel'>,
  work: NoticeContext,
  { version }: StepNotice,
): Promise<void> {
  const { notice, statuses, editions } = work
  await requireStep(tx, work, { event: 'cancel', seen: version })
  const former = await formerEdition(tx, notice)
  const back = formerState(work)
  const { edition } = former
  await advanceNotice(tx, by, work, {
    event: 'cancel',
    seen: version,
    back,
    set: {
      ...former,
      submittedBy: doerOf(statuses, edition, 'submit'),
      signedBy: doerOf(statuses, edition, 'agree'),
      releases: [],
    },
  })
  const live = editions.find(row => row.edition === edition)
  if (back !== 'published' || !live || !isOver(live, tx.now)) return
  await addJob(tx, {
    kind: 'end-publicity',
    key: `end-publicity:${notice._id}:${edition}:${notice.version}`,
    dueAt: tx.now,
    data: { noticeId: notice._id, edition },
  })
}

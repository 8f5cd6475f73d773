import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { HolidayTable } from '@server/domain/deadline'
import { publicityOf } from '@server/domain/publicity'
import type { SignOff } from '@shared/contract/disclosure/notice'
import type { StepNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { noticesOfCode } from '../queries/notices'
import { type NoticeRow, Notices } from '../models/notices'
import type { NoticeContext } from '../queries/noticeContext'
import { type NewJob, addJob } from '@server/platform/jobs/runner'
import { advanceNotice } from './advanceNotice'
import { newId } from '@server/platform/store/collection'
import { printedOrg } from '@server/people/orgs'
import { pictureIssues } from '@server/disclosure/files'
import { activeHolidays } from '@server/disclosure/holidays'
import {
  endOf,
  newEdition,
  storeEdition,
  type NewEdition,
  type PublicationRow,
} from '@server/disclosure/publications'
import { draftOf } from '../requirements/draftOf'
import { refusePublished } from './refuseSecond'
import { submitIssues } from '../requirements/submit'

/** Returns the name of the person who submitted the notice 经办人. */
const authorOf = ({ statuses }: NoticeContext): string =>
  statuses.findLast(row => row.event === 'submit')?.byName ?? ''

function editionOf(
  work: NoticeContext,
  signOff: SignOff,
  publishedAt: Date,
  holidays: HolidayTable,
): NewEdition {
  const { notice, item, content } = work
  return newEdition(item, {
    _id: newId('pub'),
    noticeId: notice._id,
    edition: notice.edition,
    orgCode: notice.orgCode,
    category: notice.category,
    itemId: notice.itemId,
    itemKey: notice.itemKey,
    period: notice.period,
    regards: notice.regards,
    content,
    author: authorOf(work),
    signOff,
    reason: notice.reason,
    meeting: notice.meeting,
    publicity: publicityOf(item, chinaDate(publishedAt), holidays),
    printed: printedOrg(work.org),
    publishedAt,
  })
}

type Running = Pick<PublicationRow, 'noticeId' | 'edition' | 'publicity' | 'publicityMoved'>

/** Builds the job that ends the publicity period 公示期 of an edition. */
export const publicityEndJob = ({ noticeId, edition, ...period }: Running): NewJob => ({
  kind: 'end-publicity',
  key: `end-publicity:${noticeId}:${edition}`,
  dueAt: new Date(endOf(period).endsAt),
  data: { noticeId, edition },
})

/** Schedules the end of an edition's publicity period; the job survives a restart. */
export const schedulePublicityEnd = (tx: Tx, edition: Running): Promise<void> =>
  addJob(tx, publicityEndJob(edition))

/** Moves the pages of public notices with the same short code: one that was found by it alone is now one of several. */
async function movePagesOfCode(tx: Tx, { _id: own, shortCode }: NoticeRow): Promise<void> {
  const others = (await noticesOfCode(tx, shortCode)).filter(({ _id }) => _id !== own)
  for (const { _id } of others) await tx.of(Notices).updateOne({ _id }, { $set: { shortCode } })
}

/**
 * Publishes a notice 公开 that was signed off and, in a village, recorded at the joint meeting. Status, publication,
 * ledger entry, audit entry, obligations and the end of the period are written together or not at all.
 * @throws AppError 422 with every issue; 409 as advanceNotice, or `notice-exists`
 */
export async function publishNotice(
  tx: Tx,
  by: Authorised<'notice.publish'>,
  work: NoticeContext,
  { version }: StepNotice,
): Promise<void> {
  const { signOff } = work
  const { notice } = await advanceNotice(tx, by, work, {
    event: 'publish',
    seen: version,
    set: { liveEdition: work.notice.edition, publishAt: null, order: null, archive: null },
    reason: work.notice.reason,
  })
  const issues = [...submitIssues(draftOf(work, tx.now)), ...pictureIssues(work.pictures, tx.now)]
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (signOff?.opinion !== 'agree') throw conflict('wrong-state')
  if (work.notice.liveEdition === null) {
    await refusePublished(tx, notice)
    await movePagesOfCode(tx, notice)
  }
  await storeEdition(tx, editionOf(work, signOff, notice.updatedAt, await activeHolidays(tx)))
}

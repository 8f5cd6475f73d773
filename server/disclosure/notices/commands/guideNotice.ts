import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import { assumedPart } from '@server/domain/deadline'
import { actDueOn } from '@server/domain/publicity'
import { activeHolidays } from '@server/disclosure/holidays'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Issue } from '@shared/contract/common'
import type { GuideNotice, OrderNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { Guidance, type GuidanceKind } from '../models/guidance'
import { newId } from '@server/platform/store/collection'
import { Orgs, type OrgRow } from '@server/people/orgs'

/** Returns the name of the street or town that guides the village. */
async function guidingBody(tx: Tx, { org }: NoticeContext): Promise<string> {
  const above = org.parentCode
    ? await tx.of(Orgs).findById(org.parentCode, { name: 1 }).lean<OrgRow>().exec()
    : null
  return above?.name ?? ''
}

async function say(
  tx: Tx,
  { actor }: Authorised,
  work: NoticeContext,
  kind: GuidanceKind,
  text: string,
  body: string,
): Promise<void> {
  const { _id, orgCode, edition } = work.notice
  const author = { by: actor.id, byName: actor.name }
  await tx
    .of(Guidance)
    .create([{ _id: newId('gui'), noticeId: _id, orgCode, edition, kind, text, ...author, body, at: tx.now }])
}

function refuseUnlessClean(issues: Issue[]): void {
  if (issues.length > 0) throw requirementsUnmet(issues)
}

/**
 * Records a comment or reminder of the town 意见、提醒; the state stays the same.
 * @throws AppError 422 for personal data in the text
 */
export async function guideNotice(
  tx: Tx,
  by: Authorised<'notice.comment' | 'notice.remind'>,
  work: NoticeContext,
  { kind, text }: GuideNotice & { kind: 'comment' | 'remind' },
): Promise<void> {
  refuseUnlessClean(wordsIssues({ text }, chinaDate(tx.now)))
  await say(tx, by, work, kind, text, await guidingBody(tx, work))
  await audit(tx, by, { orgCode: work.notice.orgCode, id: work.notice._id })
}

function dayIssues(correctBy: string, today: string): Issue[] {
  return correctBy > today
    ? []
    : [{ code: 'mend-by-past', field: 'correctBy', message: REQUIREMENT_TEXTS['mend-by-past']() }]
}

/**
 * Orders a correction 责令更正 (山东省村务公开条例 §22): the notice stays public and shows the order until the village
 * publishes a corrected edition.
 * @throws AppError 422 for a day in the past or personal data in the text; 409 as advanceNotice
 */
export async function orderCorrection(
  tx: Tx,
  by: Authorised<'notice.order'>,
  work: NoticeContext,
  input: OrderNotice,
): Promise<void> {
  const now = tx.now
  const today = chinaDate(now)
  const usual = actDueOn('order', today, await activeHolidays(tx))
  const correctBy = input.correctBy ?? usual.value
  const assumed = input.correctBy ? {} : assumedPart(usual)
  const { reason, version } = input
  refuseUnlessClean([...dayIssues(correctBy, today), ...wordsIssues({ reason }, today)])
  const body = await guidingBody(tx, work)
  const order = { by: by.actor.name, body, reason, correctBy: correctBy, ...assumed, at: now.toISOString() }
  await advanceNotice(tx, by, work, {
    event: 'order',
    seen: version,
    set: { order, dueOn: correctBy, assumedYears: undefined, ...assumed },
    reason,
  })
  await say(tx, by, work, 'order', reason, body)
}

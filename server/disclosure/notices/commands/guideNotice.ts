import { chinaDate } from '@shared/common/period'
import { actDueOn } from '@server/domain/publicity'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Issue } from '@shared/contract/common'
import type { GuideNotice, OrderNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { requirementsUnmet } from '@server/platform/errors'
import type { NoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { touchPages } from '@server/platform/pages/invalidate'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { Guidance, type GuidanceKind } from '../models/guidance'
import { newId } from '@server/platform/store/collection'
import { Orgs, type OrgRow } from '@server/people/orgs'

/** Returns the name of the street or town that guides the village. */
async function guidingBody({ services }: CommandContext, { org }: NoticeContext): Promise<string> {
  const above = org.parentCode
    ? await services.db.of(Orgs).findById(org.parentCode, { name: 1 }).lean<OrgRow>().exec()
    : null
  return above?.name ?? ''
}

async function say(
  deed: CommandContext,
  work: NoticeContext,
  kind: GuidanceKind,
  text: string,
  body: string,
): Promise<void> {
  const { db, clock } = deed.services
  const { _id, orgCode, edition } = work.notice
  const by = { by: deed.actor.id, byName: deed.actor.name }
  await db
    .of(Guidance)
    .create([
      { _id: newId('gui'), noticeId: _id, orgCode, edition, kind, text, ...by, body, at: clock.now() },
    ])
}

function refuseUnlessClean(issues: Issue[]): void {
  if (issues.length > 0) throw requirementsUnmet(issues)
}

/**
 * Records a comment or reminder of the town 意见、提醒; the state stays the same. Runs in the caller's transaction.
 * @throws AppError 422 for personal data in the text
 */
export async function guideNotice(
  deed: CommandContext,
  work: NoticeContext,
  { kind, text }: GuideNotice & { kind: 'comment' | 'remind' },
): Promise<void> {
  refuseUnlessClean(wordsIssues({ text }, chinaDate(deed.services.clock.now())))
  await say(deed, work, kind, text, await guidingBody(deed, work))
  await audit(deed, `notice.${kind}`, { orgCode: work.notice.orgCode, id: work.notice._id })
}

function dayIssues(correctBy: string, today: string): Issue[] {
  return correctBy > today
    ? []
    : [{ code: 'mend-by-past', field: 'mendBy', message: REQUIREMENT_TEXTS['mend-by-past']() }]
}

/**
 * Orders a correction 责令更正 (山东省村务公开条例 §22): the notice stays public and shows the order until the village
 * publishes a corrected edition. Runs in the caller's transaction.
 * @throws AppError 422 for a day in the past or personal data in the text; 409 as advanceNotice
 */
export async function orderCorrection(
  deed: CommandContext,
  work: NoticeContext,
  input: OrderNotice,
): Promise<void> {
  const now = deed.services.clock.now()
  const today = chinaDate(now)
  const correctBy = input.mendBy ?? actDueOn('order', today)
  if (!correctBy) {
    const message = REQUIREMENT_TEXTS['mend-by-needed']()
    throw requirementsUnmet([{ code: 'mend-by-needed', field: 'mendBy', message }])
  }
  const { reason, version } = input
  refuseUnlessClean([...dayIssues(correctBy, today), ...wordsIssues({ reason }, today)])
  const body = await guidingBody(deed, work)
  const order = { by: deed.actor.name, body, reason, mendBy: correctBy, at: now.toISOString() }
  await advanceNotice(deed, work, {
    event: 'order',
    action: 'notice.order',
    seen: version,
    set: { order, dueOn: correctBy },
    reason,
  })
  await say(deed, work, 'order', reason, body)
  await touchPages(deed.services.db, work.notice.orgCode, now)
}

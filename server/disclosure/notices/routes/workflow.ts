import type { GuideNotice, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { checkNotice } from '../commands/checkNotice'
import { archiveNotice, confirmNotice } from '../commands/closeNotice'
import { correctNotice } from '../commands/correctNotice'
import { createNotice } from '../commands/createNotice'
import type { CommandContext } from '@server/platform/access/commandContext'
import { editNotice } from '../commands/editNotice'
import { guideNotice, orderCorrection } from '../commands/guideNotice'
import { publishNotice } from '../commands/publishNotice'
import { recordMeeting } from '../commands/recordMeeting'
import { scheduleNotice, unscheduleNotice } from '../commands/scheduleNotice'
import { signOffNotice } from '../commands/signOffNotice'
import { submitNotice } from '../commands/submitNotice'
import { withdrawNotice } from '../commands/withdrawNotice'
import { presentWorkPage } from '../presenters/workflow'
import type { NoticeContext } from '../queries/noticeContext'
import { type WriteCall, staffWrite } from '@server/http/route'
import { noticeTarget } from '../policy'
import { requireNoticeContext } from '../queries/noticeContext'
import { authorize } from '../policy'
import type { Action } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'
import { requireItem } from '@server/catalogues/catalogue'

const tag = '公示办理'

type Step = Extract<Action, `notice.${string}`>

/** Runs one step of a notice: loads it, checks the policy, runs the command, loads it again. */
async function take(
  deed: CommandContext,
  id: string,
  action: Step,
  command: (work: NoticeContext) => Promise<unknown>,
) {
  const { db, clock } = deed.services
  const work = await requireNoticeContext(db, id)
  authorize(deed.actor, action, noticeTarget(work.notice, work.org))
  await command(work)
  return presentWorkPage(await requireNoticeContext(db, id), deed.actor, clock.now())
}

/** Builds the route of a step: `POST /notices/:id/<name>`. */
const step = <Body>(
  action: Step,
  summary: string,
  command: (deed: CommandContext, work: NoticeContext, body: Body) => Promise<unknown>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...deed }: WriteCall<{ id: string }, Body, WorkNoticePage>) =>
    commit(() => take(deed, id, action, work => command(deed, work, body))),
})

export const noticeRoutes = [
  staffWrite('POST /notices', {
    tag,
    summary: '起草一条公示',
    status: 201,
    handle: ({ commit, body, ...deed }) =>
      commit(async () => {
        const { db, clock } = deed.services
        const org = await requireOrg(db, body.orgCode, 'orgCode')
        authorize(deed.actor, 'notice.create', orgTarget(org))
        const item = await requireItem(db, body.itemId, org, 'itemId')
        const id = await createNotice(deed, { org, item, input: body })
        return presentWorkPage(await requireNoticeContext(db, id), deed.actor, clock.now())
      }),
  }),
  staffWrite('PUT /notices/:id', {
    tag,
    summary: '修改草稿，或修改审核未通过的公示',
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(() => take(deed, id, 'notice.edit', work => editNotice(deed, work, body))),
  }),
  staffWrite('POST /notices/:id/submit', step('notice.submit', '提交监督审核', submitNotice)),
  staffWrite(
    'POST /notices/:id/check',
    step('notice.check', '隐私检查：列出的每一处都已遮好，或写明为什么不是个人信息', checkNotice),
  ),
  staffWrite(
    'POST /notices/:id/sign-off',
    step('notice.sign-off', '监督审核：同意，或写明理由不同意', signOffNotice),
  ),
  staffWrite('POST /notices/:id/meeting', step('notice.meet', '记录联席会议', recordMeeting)),
  staffWrite('POST /notices/:id/schedule', step('notice.schedule', '定时公开', scheduleNotice)),
  staffWrite('POST /notices/:id/unschedule', step('notice.unschedule', '取消定时公开', unscheduleNotice)),
  staffWrite('POST /notices/:id/publish', step('notice.publish', '公开审核过的公示', publishNotice)),
  staffWrite(
    'POST /notices/:id/correct',
    step('notice.correct', '更正：从已公开的一版开始写下一版', correctNotice),
  ),
  staffWrite(
    'POST /notices/:id/withdraw',
    step('notice.withdraw', '撤回泄露个人信息的公示，并留下处置记录', withdrawNotice),
  ),
  staffWrite('POST /notices/:id/confirm', step('notice.confirm', '公示期满，负责人确认', confirmNotice)),
  staffWrite('POST /notices/:id/archive', step('notice.archive', '归档', archiveNotice)),
  staffWrite(
    'POST /notices/:id/order',
    step('notice.order', '街道（镇）责令更正，理由公开', orderCorrection),
  ),
  staffWrite(
    'POST /notices/:id/comment',
    step('notice.comment', '街道（镇）提意见', (deed, work, body: GuideNotice) =>
      guideNotice(deed, work, { ...body, kind: 'comment' }),
    ),
  ),
  staffWrite(
    'POST /notices/:id/remind',
    step('notice.remind', '街道（镇）提醒', (deed, work, body: GuideNotice) =>
      guideNotice(deed, work, { ...body, kind: 'remind' }),
    ),
  ),
]

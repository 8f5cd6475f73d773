import { Id } from '@shared/contract/common'
import {
  ArchiveNotice,
  CheckNotice,
  ConfirmNotice,
  CorrectNotice,
  CreateNotice,
  EditNotice,
  GuideNotice,
  MeetNotice,
  OrderNotice,
  PublishNotice,
  ScheduleNotice,
  SignOffNotice,
  SubmitNotice,
  UnscheduleNotice,
  WithdrawNotice,
  WorkNoticePage,
} from '@shared/contract/disclosure/noticeWorkflow'
import { z } from 'zod'
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
import { orgTarget } from '@server/people/orgs/orgTarget'
import { presentWorkPage } from '../presenters/workflow'
import { type NoticeContext, requireNoticeContext } from '../queries/noticeContext'
import { requireItem } from '@server/catalogues/catalogue/queries/requireItem'
import { staffWrite } from '@server/http/route'
import { noticeTarget } from '../policy'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { authorize } from '../policy'
import type { Action } from '../policy'

const tag = '公示办理'
const params = z.object({ id: Id })
const response = WorkNoticePage

type Step = Extract<Action, `notice.${string}`>

/** One step of a notice: look at it, judge the policy, do it, look at it again. */
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

/** A step of a notice as a route: `POST /notices/:id/<name>`. */
const step = <B extends z.ZodType>(
  name: string,
  action: Step,
  summary: string,
  body: B,
  command: (deed: CommandContext, work: NoticeContext, body: z.output<B>) => Promise<unknown>,
) =>
  staffWrite({
    method: 'post',
    path: `/notices/:id/${name}`,
    tag,
    summary,
    params,
    body,
    response,
    handle: ({ commit, params: { id }, body: input, ...deed }) =>
      commit(() => take(deed, id, action, work => command(deed, work, input))),
  })

export const noticeRoutes = [
  staffWrite({
    method: 'post',
    path: '/notices',
    tag,
    summary: '起草一条公示',
    status: 201,
    body: CreateNotice,
    response,
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
  staffWrite({
    method: 'put',
    path: '/notices/:id',
    tag,
    summary: '修改草稿，或修改审核未通过的公示',
    params,
    body: EditNotice,
    response,
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(() => take(deed, id, 'notice.edit', work => editNotice(deed, work, body))),
  }),
  step('submit', 'notice.submit', '提交监督审核', SubmitNotice, submitNotice),
  step(
    'check',
    'notice.check',
    '隐私检查：列出的每一处都已遮好，或写明为什么不是个人信息',
    CheckNotice,
    checkNotice,
  ),
  step('sign-off', 'notice.sign-off', '监督审核：同意，或写明理由不同意', SignOffNotice, signOffNotice),
  step('meeting', 'notice.meet', '记录联席会议', MeetNotice, recordMeeting),
  step('schedule', 'notice.schedule', '定时公开', ScheduleNotice, scheduleNotice),
  step('unschedule', 'notice.unschedule', '取消定时公开', UnscheduleNotice, unscheduleNotice),
  step('publish', 'notice.publish', '公开审核过的公示', PublishNotice, publishNotice),
  step('correct', 'notice.correct', '更正：从已公开的一版开始写下一版', CorrectNotice, correctNotice),
  step(
    'withdraw',
    'notice.withdraw',
    '撤回泄露个人信息的公示，并留下处置记录',
    WithdrawNotice,
    withdrawNotice,
  ),
  step('confirm', 'notice.confirm', '公示期满，负责人确认', ConfirmNotice, confirmNotice),
  step('archive', 'notice.archive', '归档', ArchiveNotice, archiveNotice),
  step('order', 'notice.order', '街道（镇）责令更正，理由公开', OrderNotice, orderCorrection),
  step('comment', 'notice.comment', '街道（镇）提意见', GuideNotice, (deed, work, body) =>
    guideNotice(deed, work, { ...body, kind: 'comment' }),
  ),
  step('remind', 'notice.remind', '街道（镇）提醒', GuideNotice, (deed, work, body) =>
    guideNotice(deed, work, { ...body, kind: 'remind' }),
  ),
]

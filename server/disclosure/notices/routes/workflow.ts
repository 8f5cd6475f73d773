import type { Authorised, Caller } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { GuideNotice, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { chinaDate } from '@shared/common/period'
import { type ContentNames, namesInContent } from '@server/domain/privacy'
import type { Services } from '@server/platform/services'
import { checkNotice } from '../commands/checkNotice'
import { archiveNotice, confirmNotice } from '../commands/closeNotice'
import { correctNotice } from '../commands/correctNotice'
import { createNotice } from '../commands/createNotice'
import { editNotice } from '../commands/editNotice'
import { guideNotice, orderCorrection } from '../commands/guideNotice'
import { publishNotice } from '../commands/publishNotice'
import { recordMeeting } from '../commands/recordMeeting'
import { scheduleNotice, unscheduleNotice } from '../commands/scheduleNotice'
import { signOffNotice, submitNotice } from '../commands/reviewNotice'
import { cancelCorrection, discardNotice, recallNotice } from '../commands/takeBackNotice'
import { withdrawDuplicate, withdrawNotice } from '../commands/withdrawNotice'
import { presentWorkPage } from '../presenters/workflow'
import { type NoticeContext, requireNoticeContext } from '../queries/noticeContext'
import { eachRow } from '@server/http/eachRow'
import { type WriteCall, staffWrite } from '@server/http/route'
import { noticeTarget, authorize, type Action } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'
import { requireItem } from '@server/catalogues/catalogue'

const tag = '公示办理'

type Step = Extract<Action, `notice.${string}`>

/** Runs one step of a notice: loads it, checks the policy, runs the command, loads it again. */
async function take<A extends Step>(
  tx: Tx,
  caller: Caller,
  { id, action }: { id: string; action: A },
  command: (by: Authorised<A>, work: NoticeContext) => Promise<unknown>,
) {
  const work = await requireNoticeContext(tx, id)
  await command(authorize(caller, action, noticeTarget(work.notice, work.org)), work)
  return presentWorkPage(await requireNoticeContext(tx, id), caller.actor, tx.now)
}

/** Builds the route of a step: `POST /notices/:id/<name>`. */
const step = <A extends Step, Body>(
  action: A,
  summary: string,
  command: (tx: Tx, by: Authorised<A>, work: NoticeContext, body: Body) => Promise<unknown>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...caller }: WriteCall<{ id: string }, Body, WorkNoticePage>) =>
    commit(tx => take(tx, caller, { id, action }, (by, work) => command(tx, by, work, body))),
})

/** Asks the model for the names in a notice before its transaction: a model may take seconds. */
async function namesToCheck(caller: Caller & { services: Services }, id: string): Promise<ContentNames> {
  const { db, clock, models } = caller.services
  const { notice, org, content } = await requireNoticeContext(db, id)
  authorize(caller, 'notice.check', noticeTarget(notice, org))
  return namesInContent(content, { today: chinaDate(clock.now()) }, await models.names())
}

export const noticeRoutes = [
  staffWrite('POST /notices', {
    tag,
    summary: '起草一条公示',
    status: 201,
    handle: ({ commit, body, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, body.orgCode, 'orgCode')
        const by = authorize(caller, 'notice.create', orgTarget(org))
        const item = await requireItem(tx, body.itemId, org, 'itemId')
        const id = await createNotice(tx, by, { org, item, input: body })
        return presentWorkPage(await requireNoticeContext(tx, id), caller.actor, tx.now)
      }),
  }),
  staffWrite('PUT /notices/:id', {
    tag,
    summary: '修改草稿，或修改审核未通过的公示',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(tx =>
        take(tx, caller, { id, action: 'notice.edit' }, (by, work) => editNotice(tx, by, work, body)),
      ),
  }),
  staffWrite('POST /notices/:id/submit', step('notice.submit', '提交监督审核', submitNotice)),
  staffWrite('POST /notices/:id/check', {
    tag,
    summary: '隐私检查：列出的每一处都已遮好，或写明为什么不是个人信息',
    handle: async ({ commit, params: { id }, body, ...caller }) => {
      const known = await namesToCheck(caller, id)
      return commit(tx =>
        take(tx, caller, { id, action: 'notice.check' }, (by, work) =>
          checkNotice(tx, by, work, body, known),
        ),
      )
    },
  }),
  staffWrite(
    'POST /notices/:id/sign-off',
    step('notice.sign-off', '监督审核：同意，或写明理由不同意', signOffNotice),
  ),
  staffWrite(
    'POST /notices/:id/recall',
    step('notice.recall', '撤回送审：公开以前退回草稿，已有的审核意见作废', recallNotice),
  ),
  staffWrite(
    'POST /notices/:id/discard',
    step('notice.discard', '作废没有公开过的草稿，这一期可以重新起草', discardNotice),
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
    step(
      'notice.withdraw',
      '撤回泄露个人信息的公示，并留下处置记录：立即不再公开，由监督机构在三个工作日内确认',
      withdrawNotice,
    ),
  ),
  staffWrite(
    'POST /notices/:id/cancel-correction',
    step('notice.cancel', '取消更正：不再写下一版，公示回到更正以前的状态', cancelCorrection),
  ),
  staffWrite(
    'POST /notices/:id/withdraw-duplicate',
    step('notice.withdraw', '撤回重复公开的公示，写明留下的是哪一条', withdrawDuplicate),
  ),
  staffWrite('POST /notices/:id/confirm', step('notice.confirm', '公示期满，负责人确认', confirmNotice)),
  staffWrite('POST /notices/archive', {
    tag,
    summary: '几条公示一起归档，放在一卷里；每一条办没办成都说清楚',
    handle: ({ commit, body: { notices, volume }, ...caller }) =>
      commit(tx =>
        eachRow(notices, ({ id, version }) =>
          take(tx, caller, { id, action: 'notice.archive' }, (by, work) =>
            archiveNotice(tx, by, work, { version, volume }),
          ),
        ),
      ),
  }),
  staffWrite('POST /notices/:id/archive', step('notice.archive', '归档', archiveNotice)),
  staffWrite(
    'POST /notices/:id/order',
    step('notice.order', '街道（镇）责令更正，理由公开', orderCorrection),
  ),
  staffWrite(
    'POST /notices/:id/comment',
    step(
      'notice.comment',
      '街道（镇）提意见',
      (tx, by: Authorised<'notice.comment'>, work, body: GuideNotice) =>
        guideNotice(tx, by, work, { ...body, kind: 'comment' }),
    ),
  ),
  staffWrite(
    'POST /notices/:id/remind',
    step('notice.remind', '街道（镇）提醒', (tx, by: Authorised<'notice.remind'>, work, body: GuideNotice) =>
      guideNotice(tx, by, work, { ...body, kind: 'remind' }),
    ),
  ),
]

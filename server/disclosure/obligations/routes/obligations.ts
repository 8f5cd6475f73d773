import { chinaDate } from '@shared/common/period'
import type { Duty } from '@shared/contract/disclosure/obligation'
import type { Deed } from '@server/platform/access/commandContext'
import { markNotApplicable } from '../commands/markNotApplicable'
import { putConditions } from '../commands/setConditions'
import { recordEvent } from '../commands/recordTriggerEvent'
import { remindDuty } from '../commands/remindOfObligation'
import { restoreDuty } from '../commands/restoreObligation'
import { retractEvent } from '../commands/retractTriggerEvent'
import { authorize } from '@server/platform/access/authorize'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { presentConditions, presentDuty, presentDutyList, presentEvent } from '../presenters/obligation'
import { eventOr404, eventPage } from '../queries/triggerEvents'
import { type DutyWork, dutyOr404, dutyPage } from '../queries/obligations'
import { orgOr404 } from '@server/catalogues/catalogue/queries/requireItem'
import { type WriteCall, staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'

const tag = '公开义务'

/** What somebody does about one duty: `POST /obligations/:id/<name>`. */
const step = <Body>(
  action: 'duty.mark' | 'duty.remind',
  summary: string,
  command: (deed: Deed, work: DutyWork, body: Body) => Promise<void>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...deed }: WriteCall<{ id: string }, Body, Duty>) =>
    commit(async () => {
      const { models, clock } = deed.services
      const work = await dutyOr404(models, id)
      authorize(deed.actor, action, orgTarget(work.org))
      await command(deed, work, body)
      const { duty, org } = await dutyOr404(models, id)
      return presentDuty(duty, org, deed.actor, chinaDate(clock.now()))
    }),
})

export const dutyRoutes = [
  staffRead('GET /orgs/:code/obligations', {
    tag,
    summary: '一个机构要公开的事，先到期的在前；还等着发生的事；村里的情况',
    handle: async ({ services: { models, clock }, actor, params: { code }, query }) => {
      const org = await orgOr404(models, code, 'code')
      authorize(actor, 'duty.list', orgTarget(org))
      const { cursor, limit, month, show } = query
      const today = chinaDate(clock.now())
      return presentDutyList(
        await dutyPage(models, { org, month, show, today }, cursorOf(cursor), limit),
        actor,
        today,
      )
    },
  }),
  staffRead('GET /orgs/:code/events', {
    tag,
    summary: '登记过的事，新登记的在前',
    handle: async ({ services: { models }, actor, params: { code }, query: { cursor, limit } }) => {
      const org = await orgOr404(models, code, 'code')
      authorize(actor, 'duty.list', orgTarget(org))
      const { rows, nextCursor } = await eventPage(models, org._id, cursorOf(cursor), limit)
      return { items: rows.map(row => presentEvent(row, org, actor)), nextCursor }
    },
  }),
  staffWrite('POST /orgs/:code/events', {
    tag,
    summary: '登记一件事：分配结果定了、钱发放了、批下来了、月度账结了……时限从这一天起算',
    handle: ({ commit, params: { code }, body, ...deed }) =>
      commit(async () => {
        const { models, clock } = deed.services
        const org = await orgOr404(models, code, 'code')
        authorize(deed.actor, 'duty.record', orgTarget(org))
        const { id, duties } = await recordEvent(deed, org, body)
        const today = chinaDate(clock.now())
        return { id, duties: duties.map(duty => presentDuty(duty, org, deed.actor, today)) }
      }),
  }),
  staffWrite('POST /events/:id/retract', {
    tag,
    summary: '撤回一条登记：记错了；已经公开的不变',
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(async () => {
        const { models } = deed.services
        const work = await eventOr404(models, id)
        authorize(deed.actor, 'duty.retract', orgTarget(work.org))
        await retractEvent(deed, work, body)
        const { event, org } = await eventOr404(models, id)
        return presentEvent(event, org, deed.actor)
      }),
  }),
  staffWrite(
    'POST /obligations/:id/not-applicable',
    step('duty.mark', '一件要公开的事不适用，写明理由', markNotApplicable),
  ),
  staffWrite('POST /obligations/:id/restore', step('duty.mark', '标错了“不适用”的，恢复要公开', restoreDuty)),
  staffWrite('POST /obligations/:id/remind', step('duty.remind', '街道（镇）提醒村里公开', remindDuty)),
  staffWrite('PUT /orgs/:code/conditions', {
    tag,
    summary: '村里的情况：集体财务往来较多的，按月公开',
    handle: ({ commit, params: { code }, body, ...deed }) =>
      commit(async () => {
        const org = await orgOr404(deed.services.models, code, 'code')
        authorize(deed.actor, 'duty.set-conditions', orgTarget(org))
        return { conditions: presentConditions(await putConditions(deed, org, body)) }
      }),
  }),
]

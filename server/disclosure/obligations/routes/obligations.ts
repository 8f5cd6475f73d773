import { chinaDate } from '@shared/common/period'
import { Id, OrgCode, PageQuery } from '@shared/contract/common'
import {
  Conditions,
  Obligation,
  ObligationList,
  ObligationQuery,
  EventList,
  MarkNotApplicable,
  PutConditions,
  RecordEvent,
  RecordedEvent,
  RemindObligation,
  RestoreObligation,
  RetractEvent,
  TriggerEvent,
} from '@shared/contract/disclosure/obligation'
import { z } from 'zod'
import type { CommandContext } from '@server/platform/access/commandContext'
import { markNotApplicable } from '../commands/markNotApplicable'
import { setConditions } from '../commands/setConditions'
import { recordEvent } from '../commands/recordTriggerEvent'
import { remindObligation } from '../commands/remindOfObligation'
import { restoreObligation } from '../commands/restoreObligation'
import { retractEvent } from '../commands/retractTriggerEvent'
import { orgTarget } from '@server/people/orgs/orgTarget'
import {
  presentConditions,
  presentObligation,
  presentObligationList,
  presentEvent,
} from '../presenters/obligation'
import { requireTriggerEvent, eventPage } from '../queries/triggerEvents'
import { type ObligationContext, requireObligation, obligationPage } from '../queries/obligations'
import { staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { authorize } from '../policy'

const tag = '公开义务'
const ofOrg = z.object({ code: OrgCode })
const ofOne = z.object({ id: Id })

/** What somebody does about one duty: `POST /obligations/:id/<name>`. */
const step = <B extends z.ZodType>(
  name: string,
  action: 'duty.mark' | 'duty.remind',
  summary: string,
  body: B,
  command: (deed: CommandContext, work: ObligationContext, body: z.output<B>) => Promise<void>,
) =>
  staffWrite({
    method: 'post',
    path: `/obligations/:id/${name}`,
    tag,
    summary,
    params: ofOne,
    body,
    response: Obligation,
    handle: ({ commit, params: { id }, body: input, ...deed }) =>
      commit(async () => {
        const { db, clock } = deed.services
        const work = await requireObligation(db, id)
        authorize(deed.actor, action, orgTarget(work.org))
        await command(deed, work, input)
        const { duty: obligation, org } = await requireObligation(db, id)
        return presentObligation(obligation, org, deed.actor, chinaDate(clock.now()))
      }),
  })

export const obligationRoutes = [
  staffRead({
    path: '/orgs/:code/obligations',
    tag,
    summary: '一个机构要公开的事，先到期的在前；还等着发生的事；村里的情况',
    params: ofOrg,
    query: ObligationQuery,
    response: ObligationList,
    handle: async ({ services: { db, clock }, actor, params: { code }, query }) => {
      const org = await requireOrg(db, code, 'code')
      authorize(actor, 'duty.list', orgTarget(org))
      const { cursor, limit, month, show } = query
      const today = chinaDate(clock.now())
      return presentObligationList(
        await obligationPage(db, { org, month, show, today }, cursorOf(cursor), limit),
        actor,
        today,
      )
    },
  }),
  staffRead({
    path: '/orgs/:code/events',
    tag,
    summary: '登记过的事，新登记的在前',
    params: ofOrg,
    query: PageQuery,
    response: EventList,
    handle: async ({ services: { db }, actor, params: { code }, query: { cursor, limit } }) => {
      const org = await requireOrg(db, code, 'code')
      authorize(actor, 'duty.list', orgTarget(org))
      const { rows, nextCursor } = await eventPage(db, org._id, cursorOf(cursor), limit)
      return { items: rows.map(row => presentEvent(row, org, actor)), nextCursor }
    },
  }),
  staffWrite({
    method: 'post',
    path: '/orgs/:code/events',
    tag,
    summary: '登记一件事：分配结果定了、钱发放了、批下来了、月度账结了……时限从这一天起算',
    params: ofOrg,
    body: RecordEvent,
    response: RecordedEvent,
    handle: ({ commit, params: { code }, body, ...deed }) =>
      commit(async () => {
        const { db, clock } = deed.services
        const org = await requireOrg(db, code, 'code')
        authorize(deed.actor, 'duty.record', orgTarget(org))
        const { id, duties: obligations } = await recordEvent(deed, org, body)
        const today = chinaDate(clock.now())
        return {
          id,
          duties: obligations.map(obligation => presentObligation(obligation, org, deed.actor, today)),
        }
      }),
  }),
  staffWrite({
    method: 'post',
    path: '/events/:id/retract',
    tag,
    summary: '撤回一条登记：记错了；已经公开的不变',
    params: ofOne,
    body: RetractEvent,
    response: TriggerEvent,
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(async () => {
        const { db } = deed.services
        const work = await requireTriggerEvent(db, id)
        authorize(deed.actor, 'duty.retract', orgTarget(work.org))
        await retractEvent(deed, work, body)
        const { event, org } = await requireTriggerEvent(db, id)
        return presentEvent(event, org, deed.actor)
      }),
  }),
  step('not-applicable', 'duty.mark', '一件要公开的事不适用，写明理由', MarkNotApplicable, markNotApplicable),
  step('restore', 'duty.mark', '标错了“不适用”的，恢复要公开', RestoreObligation, restoreObligation),
  step('remind', 'duty.remind', '街道（镇）提醒村里公开', RemindObligation, remindObligation),
  staffWrite({
    method: 'put',
    path: '/orgs/:code/conditions',
    tag,
    summary: '村里的情况：集体财务往来较多的，按月公开',
    params: ofOrg,
    body: PutConditions,
    response: Conditions,
    handle: ({ commit, params: { code }, body, ...deed }) =>
      commit(async () => {
        const org = await requireOrg(deed.services.db, code, 'code')
        authorize(deed.actor, 'duty.set-conditions', orgTarget(org))
        return { conditions: presentConditions(await setConditions(deed, org, body)) }
      }),
  }),
]

import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { Obligation } from '@shared/contract/disclosure/obligation'
import { markNotApplicable } from '../commands/markNotApplicable'
import { nudge } from '../commands/nudge'
import { setConditions } from '../commands/setConditions'
import { recordEvent } from '../commands/recordTriggerEvent'
import { remindObligation } from '../commands/remindOfObligation'
import { restoreObligation } from '../commands/restoreObligation'
import { retractEvent } from '../commands/retractTriggerEvent'
import {
  presentConditions,
  presentObligation,
  presentObligationList,
  presentEvent,
} from '../presenters/obligation'
import { requireTriggerEvent, eventPage } from '../queries/triggerEvents'
import { type ObligationContext, requireObligation, obligationPage } from '../queries/obligations'
import { eachRow } from '@server/http/eachRow'
import { type WriteCall, staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '公开义务'

/** Builds the route of a step on one obligation: `POST /obligations/:id/<name>`. */
const step = <A extends 'obligation.mark' | 'obligation.remind', Body>(
  action: A,
  summary: string,
  command: (tx: Tx, by: Authorised<A>, work: ObligationContext, body: Body) => Promise<void>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...caller }: WriteCall<{ id: string }, Body, Obligation>) =>
    commit(async tx => {
      const work = await requireObligation(tx, id)
      const by = authorize(caller, action, orgTarget(work.org))
      await command(tx, by, work, body)
      const { obligation, org } = await requireObligation(tx, id)
      return presentObligation(obligation, org, caller.actor, chinaDate(tx.now))
    }),
})

export const obligationRoutes = [
  staffRead('GET /orgs/:code/obligations', {
    tag,
    summary: '一个机构要公开的事，先到期的在前；还等着发生的事；村里的情况',
    handle: async ({ services: { db, clock }, actor, requestId, params: { code }, query }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'obligation.list', orgTarget(org))
      const { cursor, limit, month, day, show } = query
      const today = chinaDate(clock.now())
      return presentObligationList(
        await obligationPage(db, { org, month, day, show, today }, cursorOf(cursor), limit),
        actor,
        today,
      )
    },
  }),
  staffRead('GET /orgs/:code/trigger-events', {
    tag,
    summary: '登记过的事，新登记的在前',
    handle: async ({ services: { db }, actor, requestId, params: { code }, query: { cursor, limit } }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'obligation.list', orgTarget(org))
      const { rows, nextCursor } = await eventPage(db, org._id, cursorOf(cursor), limit)
      return { items: rows.map(row => presentEvent(row, org, actor)), nextCursor }
    },
  }),
  staffWrite('POST /orgs/:code/trigger-events', {
    tag,
    summary: '登记一件事：分配结果定了、钱发放了、批下来了、月度账结了……时限从这一天起算',
    handle: ({ commit, params: { code }, body, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, code, 'code')
        const by = authorize(caller, 'triggerEvent.record', orgTarget(org))
        const { id, obligations } = await recordEvent(tx, by, org, body)
        const today = chinaDate(tx.now)
        return {
          id,
          obligations: obligations.map(obligation => presentObligation(obligation, org, caller.actor, today)),
        }
      }),
  }),
  staffWrite('POST /trigger-events/:id/retract', {
    tag,
    summary: '撤回一条登记：记错了；已经公开的不变',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const work = await requireTriggerEvent(tx, id)
        const by = authorize(caller, 'triggerEvent.retract', orgTarget(work.org))
        await retractEvent(tx, by, work, body)
        const { event, org } = await requireTriggerEvent(tx, id)
        return presentEvent(event, org, caller.actor)
      }),
  }),
  staffWrite(
    'POST /obligations/:id/not-applicable',
    step('obligation.mark', '一件要公开的事不适用，写明理由', markNotApplicable),
  ),
  staffWrite(
    'POST /obligations/:id/restore',
    step('obligation.mark', '标错了“不适用”的，恢复要公开', restoreObligation),
  ),
  staffWrite(
    'POST /obligations/:id/remind',
    step('obligation.remind', '街道（镇）提醒村里公开', remindObligation),
  ),
  staffWrite('POST /obligations/remind', {
    tag,
    summary: '街道（镇）一起提醒几件要公开的事',
    handle: ({ commit, body: { obligations, text }, ...caller }) =>
      commit(tx =>
        eachRow(obligations, async ({ id }) => {
          const work = await requireObligation(tx, id)
          const by = authorize(caller, 'obligation.remind', orgTarget(work.org))
          await remindObligation(tx, by, work, { text })
        }),
      ),
  }),
  staffWrite('POST /obligations/:id/nudge', {
    tag,
    summary: '村民催一下到期没有公开的事：一人一件一次，只记人数，不记是谁',
    handle: ({ commit, params: { id }, ...caller }) =>
      commit(async tx => {
        const work = await requireObligation(tx, id)
        const by = authorize(caller, 'obligation.nudge', orgTarget(work.org))
        return nudge(tx, by, work, caller.services.config.identityKey)
      }),
  }),
  staffWrite('PUT /orgs/:code/conditions', {
    tag,
    summary: '村里的情况：集体财务往来较多的，按月公开',
    handle: ({ commit, params: { code }, body, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, code, 'code')
        const by = authorize(caller, 'obligation.set-conditions', orgTarget(org))
        return { conditions: presentConditions(await setConditions(tx, by, org, body)) }
      }),
  }),
]

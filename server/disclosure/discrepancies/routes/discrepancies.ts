import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { DiscrepancyPage, DiscrepancyAbility } from '@shared/contract/disclosure/discrepancy'
import {
  acceptDiscrepancy,
  answerDiscrepancy,
  commentDiscrepancy,
  orderDiscrepancy,
} from '../commands/guideDiscrepancy'
import { presentDiscrepancyList, presentDiscrepancyPage } from '../presenters/discrepancy'
import { type DiscrepancyContext, requireDiscrepancy, discrepancyPage } from '../queries/discrepancies'
import { type WriteCall, staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '不一致'

/** Builds the route of a step: `POST /discrepancies/:id/<ability>`. */
const step = <A extends `discrepancy.${DiscrepancyAbility}`, Body>(
  action: A,
  summary: string,
  command: (tx: Tx, by: Authorised<A>, work: DiscrepancyContext, body: Body) => Promise<void>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...caller }: WriteCall<{ id: string }, Body, DiscrepancyPage>) =>
    commit(async tx => {
      const work = await requireDiscrepancy(tx, id)
      const by = authorize(caller, action, orgTarget(work.village))
      await command(tx, by, work, body)
      return presentDiscrepancyPage(await requireDiscrepancy(tx, id), caller.actor)
    }),
})

export const discrepancyRoutes = [
  staffRead('GET /orgs/:code/discrepancies', {
    tag,
    summary: '村里和街道公开不一致的地方：一个村的，或一个街道所有村的，最近变动的在前',
    handle: async ({ services: { db }, actor, requestId, params: { code }, query }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'discrepancy.list', orgTarget(org))
      const { state, limit } = query
      return presentDiscrepancyList(
        await discrepancyPage(db, { org, ...(state && { state }) }, cursorOf(query.cursor), limit),
        actor,
      )
    },
  }),
  staffRead('GET /discrepancies/:id', {
    tag,
    summary: '一处不一致：两边怎么写的，街道说了什么，村里怎么说明',
    handle: async ({ services: { db }, actor, requestId, params: { id } }) => {
      const work = await requireDiscrepancy(db, id)
      authorize({ actor, requestId }, 'discrepancy.list', orgTarget(work.village))
      return presentDiscrepancyPage(work, actor)
    },
  }),
  staffWrite(
    'POST /discrepancies/:id/comment',
    step('discrepancy.comment', '街道（镇）对一处不一致提意见，会公开', commentDiscrepancy),
  ),
  staffWrite(
    'POST /discrepancies/:id/order',
    step('discrepancy.order', '街道（镇）因一处不一致责令更正，理由和期限公开', orderDiscrepancy),
  ),
  staffWrite(
    'POST /discrepancies/:id/answer',
    step('discrepancy.answer', '村（居）委会说明为什么不一样，会公开', answerDiscrepancy),
  ),
  staffWrite(
    'POST /discrepancies/:id/accept',
    step('discrepancy.accept', '街道（镇）认可村（居）委会的说明', acceptDiscrepancy),
  ),
]

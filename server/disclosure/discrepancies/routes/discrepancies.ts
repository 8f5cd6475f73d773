import { Id, OrgCode } from '@shared/contract/common'
import {
  AcceptDiscrepancy,
  AnswerDiscrepancy,
  CommentDiscrepancy,
  type DiscrepancyAbility,
  DiscrepancyList,
  DiscrepancyPage,
  DiscrepancyQuery,
  OrderDiscrepancy,
} from '@shared/contract/disclosure/discrepancy'
import { z } from 'zod'
import type { CommandContext } from '@server/platform/access/commandContext'
import {
  acceptDiscrepancy,
  answerDiscrepancy,
  commentDiscrepancy,
  orderDiscrepancy,
} from '../commands/guideDiscrepancy'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { presentDiscrepancyList, presentDiscrepancyPage } from '../presenters/discrepancy'
import { type DiscrepancyContext, requireDiscrepancy, discrepancyPage } from '../queries/discrepancies'
import { staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { authorize } from '../policy'

const tag = '同一事项同一内容'
const params = z.object({ id: Id })

/** A step of a finding as a route: `POST /findings/:id/<ability>`. */
const step = <B extends z.ZodType>(
  ability: DiscrepancyAbility,
  summary: string,
  body: B,
  command: (deed: CommandContext, work: DiscrepancyContext, body: z.output<B>) => Promise<void>,
) =>
  staffWrite({
    method: 'post',
    path: `/findings/:id/${ability}`,
    tag,
    summary,
    params,
    body,
    response: DiscrepancyPage,
    handle: ({ commit, params: { id }, body: input, ...deed }) =>
      commit(async () => {
        const { db } = deed.services
        const work = await requireDiscrepancy(db, id)
        authorize(deed.actor, `finding.${ability}`, orgTarget(work.village))
        await command(deed, work, input)
        return presentDiscrepancyPage(await requireDiscrepancy(db, id), deed.actor)
      }),
  })

export const discrepancyRoutes = [
  staffRead({
    path: '/orgs/:code/findings',
    tag,
    summary: '村里和街道公开不一致的地方：一个村的，或一个街道所有村的，最近变动的在前',
    params: z.object({ code: OrgCode }),
    query: DiscrepancyQuery,
    response: DiscrepancyList,
    handle: async ({ services: { db }, actor, params: { code }, query }) => {
      const org = await requireOrg(db, code, 'code')
      authorize(actor, 'finding.list', orgTarget(org))
      const { state, limit } = query
      return presentDiscrepancyList(
        await discrepancyPage(db, { org, ...(state && { state }) }, cursorOf(query.cursor), limit),
        actor,
      )
    },
  }),
  staffRead({
    path: '/findings/:id',
    tag,
    summary: '一处不一致：两边怎么写的，街道说了什么，村里怎么说明',
    params,
    response: DiscrepancyPage,
    handle: async ({ services: { db }, actor, params: { id } }) => {
      const work = await requireDiscrepancy(db, id)
      authorize(actor, 'finding.list', orgTarget(work.village))
      return presentDiscrepancyPage(work, actor)
    },
  }),
  step('comment', '街道（镇）对一处不一致提意见，会公开', CommentDiscrepancy, commentDiscrepancy),
  step('order', '街道（镇）因一处不一致责令更正，理由和期限公开', OrderDiscrepancy, orderDiscrepancy),
  step('answer', '村（居）委会说明为什么不一样，会公开', AnswerDiscrepancy, answerDiscrepancy),
  step('accept', '街道（镇）认可村（居）委会的说明', AcceptDiscrepancy, acceptDiscrepancy),
]

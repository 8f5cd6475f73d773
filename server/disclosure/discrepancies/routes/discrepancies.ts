import type { FindingPage } from '@shared/contract/disclosure/discrepancy'
import { type FindingAbility } from '@shared/contract/disclosure/discrepancy'
import type { Deed } from '@server/platform/access/commandContext'
import { acceptFinding, answerFinding, commentFinding, orderFinding } from '../commands/guideDiscrepancy'
import { authorize } from '@server/platform/access/authorize'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { presentFindingList, presentFindingPage } from '../presenters/discrepancy'
import { type FindingWork, findingOr404, findingPage } from '../queries/discrepancies'
import { orgOr404 } from '@server/catalogues/catalogue/queries/requireItem'
import { type WriteCall, staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'

const tag = '同一事项同一内容'

/** A step of a finding: `POST /findings/:id/<ability>`. */
const step = <Body>(
  ability: FindingAbility,
  summary: string,
  command: (deed: Deed, work: FindingWork, body: Body) => Promise<void>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...deed }: WriteCall<{ id: string }, Body, FindingPage>) =>
    commit(async () => {
      const { models } = deed.services
      const work = await findingOr404(models, id)
      authorize(deed.actor, `finding.${ability}`, orgTarget(work.village))
      await command(deed, work, body)
      return presentFindingPage(await findingOr404(models, id), deed.actor)
    }),
})

export const findingRoutes = [
  staffRead('GET /orgs/:code/findings', {
    tag,
    summary: '村里和街道公开不一致的地方：一个村的，或一个街道所有村的，最近变动的在前',
    handle: async ({ services: { models }, actor, params: { code }, query }) => {
      const org = await orgOr404(models, code, 'code')
      authorize(actor, 'finding.list', orgTarget(org))
      const { state, limit } = query
      return presentFindingList(
        await findingPage(models, { org, ...(state && { state }) }, cursorOf(query.cursor), limit),
        actor,
      )
    },
  }),
  staffRead('GET /findings/:id', {
    tag,
    summary: '一处不一致：两边怎么写的，街道说了什么，村里怎么说明',
    handle: async ({ services: { models }, actor, params: { id } }) => {
      const work = await findingOr404(models, id)
      authorize(actor, 'finding.list', orgTarget(work.village))
      return presentFindingPage(work, actor)
    },
  }),
  staffWrite(
    'POST /findings/:id/comment',
    step('comment', '街道（镇）对一处不一致提意见，会公开', commentFinding),
  ),
  staffWrite(
    'POST /findings/:id/order',
    step('order', '街道（镇）因一处不一致责令更正，理由和期限公开', orderFinding),
  ),
  staffWrite(
    'POST /findings/:id/answer',
    step('answer', '村（居）委会说明为什么不一样，会公开', answerFinding),
  ),
  staffWrite('POST /findings/:id/accept', step('accept', '街道（镇）认可村（居）委会的说明', acceptFinding)),
]

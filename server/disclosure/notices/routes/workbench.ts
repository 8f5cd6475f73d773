import { requireCategory } from '@server/domain/category'
import { WAITING_STATES } from '../states'
import { chinaDate } from '@shared/common/period'
import { previewFor } from '../maskPreview'
import { presentForm } from '../presenters/form'
import { presentWaiting, presentWorkList, presentWorkPage } from '../presenters/workflow'
import { loadNoticeForm } from '../queries/form'
import { waitingWork, workPage, requireNoticeContext } from '../queries/noticeContext'
import { staffAsk, staffRead } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { noticeTarget, authorize, can } from '../policy'
import { actingTarget, orgTarget, requireOrg } from '@server/people/orgs'
import { requireItem } from '@server/catalogues/catalogue'

const tag = '公示办理'

export const workbenchRoutes = [
  staffRead('GET /orgs/:code/work', {
    tag,
    summary: '工作台：本机构的公示，最近改动的在前',
    handle: async ({ services, actor, requestId, params, query }) => {
      const org = await requireOrg(services.db, params.code, 'code')
      const { state, limit } = query
      authorize({ actor, requestId }, 'workbench.list', { org: actingTarget(org), state: state ?? null })
      const page = await workPage(services.db, { orgCode: org._id, state }, cursorOf(query.cursor), limit)
      return presentWorkList(page, org, actor, services.clock.now())
    },
  }),
  staffRead('GET /orgs/:code/work/waiting', {
    tag,
    summary: '要办的公示：还没有办完的，到期早的在前；街道看下辖的村，只看监督审核以后的',
    handle: async ({ services: { db, clock }, actor, requestId, params }) => {
      const org = await requireOrg(db, params.code, 'code')
      const target = actingTarget(org)
      const seen = WAITING_STATES.filter(state => can(actor, 'workbench.list', { org: target, state }))
      authorize({ actor, requestId }, 'workbench.list', { org: target, state: seen[0] ?? null })
      return presentWaiting(await waitingWork(db, org._id, seen), org, actor, clock.now())
    },
  }),
  staffRead('GET /work/:id', {
    tag,
    summary: '办理中的一条公示：内容、还差什么、审核意见、办理记录',
    handle: async ({ services, actor, requestId, params }) => {
      const work = await requireNoticeContext(services.db, params.id)
      authorize({ actor, requestId }, 'workbench.read', noticeTarget(work.notice, work.org))
      return presentWorkPage(work, actor, services.clock.now())
    },
  }),
  staffRead('GET /catalogue-items/:id/form', {
    tag,
    summary: '一个事项的填报表：由目录要素和类别模板生成，带上期内容和余额',
    handle: async ({ services, actor, requestId, params, query }) => {
      const { db, clock } = services
      const org = await requireOrg(db, query.org, 'org')
      authorize({ actor, requestId }, 'notice.create', orgTarget(org))
      const item = await requireItem(db, params.id, org, 'id')
      const category = requireCategory(item.category)
      const issuer = await requireOrg(db, item.orgCode, 'id')
      const today = chinaDate(clock.now())
      const ground = await loadNoticeForm(db, {
        orgCode: org._id,
        item,
        category,
        today,
        period: query.period,
      })
      return presentForm({ org, item, issuer, category, ground })
    },
  }),
  staffAsk('POST /work/mask-preview', {
    tag,
    cost: 100,
    summary: '遮盖预览：你写的和大家看到的放在一起看，什么也不保存',
    handle: async ({
      services: { db, clock, models },
      actor,
      requestId,
      body: { orgCode, itemId, content, releases },
    }) => {
      const org = await requireOrg(db, orgCode, 'orgCode')
      authorize({ actor, requestId }, 'privacy.preview', orgTarget(org))
      const item = await requireItem(db, itemId, org, 'itemId')
      const today = chinaDate(clock.now())
      return previewFor(content, { item, today, releases }, models.names)
    },
  }),
]

import { notFound } from '@server/platform/errors'
import { presentFeed } from '@server/reading/site/presenters/feed'
import { presentOrgPage, presentOrgRef } from '../presenters/org'
import { feedOf } from '@server/reading/site/queries/feed'
import { allOrgs, findNamed, namesIn, requireOrgTarget } from '../queries/orgs'
import { publicRead } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { checkCategory } from '@server/catalogues/catalogue/routes/checkCategory'

const tag = '阅读'

export const orgRoutes = [
  publicRead('GET /orgs', {
    tag,
    summary: '全部机构：新区、新城、街道（镇）、村（社区），上级在前',
    handle: async ({ services }) => ({ items: (await allOrgs(services.db)).map(presentOrgRef) }),
  }),
  publicRead('GET /orgs/:code', {
    tag,
    summary: '一个机构：名称、上级、监督机构、联系人和用语',
    handle: async ({ services, params: { code } }) => {
      const { org, ancestors } = await requireOrgTarget(services.db, code, 'code')
      return presentOrgPage(org, ancestors)
    },
  }),
  publicRead('GET /orgs/:code/notices', {
    tag,
    summary: '一个机构已公开的公示，新的在前，可按类别和所属期筛选',
    keptUnder: ({ params: { code } }) => Promise.resolve(code),
    handle: async ({ services: { db }, params: { code }, query }) => {
      const cursor = cursorOf(query.cursor)
      checkCategory(query.category)
      const [page, named] = await Promise.all([
        feedOf(db, { ...query, orgCode: code, cursor }),
        findNamed(db, code),
      ])
      if (!named) throw notFound('org-not-found', 'code')
      return presentFeed(page, await namesIn(db, [named], page.rows))
    },
  }),
]

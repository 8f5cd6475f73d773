import { presentOrgPage, presentOrgRef } from '../presenters/org'
import { allOrgs, requireOrgTarget } from '../queries/orgs'
import { publicRead } from '@server/http/route'

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
]

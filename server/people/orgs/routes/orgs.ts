import { notFound } from '@server/platform/errors'
import { placeOf } from '../choiceCursor'
import { presentChoices } from '../presenters/choices'
import { presentOrgPage, presentOrgRef } from '../presenters/org'
import { allOrgs, namesAbove, requireOrgTarget } from '../queries/orgs'
import { choicesBelow, choicesNamed } from '../queries/villageChoices'
import { publicRead } from '@server/http/route'

const tag = '阅读'

export const orgRoutes = [
  publicRead('GET /orgs', {
    tag,
    summary: '全部机构：新区、新城、街道（镇）、村（社区），上级在前',
    handle: async ({ services }) => ({ items: (await allOrgs(services.db)).map(presentOrgRef) }),
  }),
  publicRead('GET /villages', {
    tag,
    summary: '选村：按名字、曾用名、拼音找，或者一级一级往下',
    handle: async ({ services: { db }, query: { q, under, cursor } }) => {
      const after = placeOf(cursor)
      const choices = await (q ? choicesNamed(db, q, after) : choicesBelow(db, under ?? null, after))
      if (!choices) throw notFound('org-not-found', 'under')
      return presentChoices(choices, await namesAbove(db, choices.rows))
    },
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

import { Id, OrgCode } from '@shared/schemas/common'
import { CataloguePage, ItemPage, ItemQuery } from '@shared/schemas/reading'
import { z } from 'zod'
import { notFound } from '../../errors'
import { presentCatalogue } from '../../presenters/catalogue'
import { presentItemPage } from '../../presenters/item'
import { catalogueFor, findItem, villageCounts } from '../../queries/catalogue'
import { placeOr404 } from '../../queries/orgs'
import { publicRead } from '../define'
import { NoQuery } from '../reading'

const tag = '阅读'

export const catalogueRoutes = [
  publicRead({
    path: '/orgs/:code/catalogue',
    tag,
    summary: '现行公开目录：本机构的，或上级中最近的；按领域列出事项',
    params: z.object({ code: OrgCode }),
    query: NoQuery,
    response: CataloguePage,
    handle: async ({ services: { models }, params: { code } }) => {
      const inForce = await catalogueFor(models, await placeOr404(models, code, 'code'))
      if (!inForce) throw notFound('catalogue-not-found', 'code')
      return presentCatalogue(inForce, await villageCounts(models, inForce.issuer._id))
    },
  }),
  publicRead({
    path: '/catalogue-items/:id',
    tag,
    summary: '一个公开事项：标准要求，街道（镇）和各村（社区）的公开情况',
    params: z.object({ id: Id }),
    query: ItemQuery,
    response: ItemPage,
    handle: async ({ services: { models }, params: { id }, query }) => {
      if (query.org) await placeOr404(models, query.org, 'org')
      const found = await findItem(models, id, query.org ?? null)
      if (!found) throw notFound('item-not-found', 'id')
      return presentItemPage(found)
    },
  }),
]

import { CATEGORIES } from '@shared/facts/disclosure/categories'
import { CategoryList } from '@shared/contract/reading/site'
import { publicRead } from '@server/http/route'
import { NoQuery } from '@server/http/paging'

export const categoryRoutes = [
  publicRead({
    path: '/categories',
    tag: '阅读',
    summary: '五类重点公开：名称、曾用名和填报模板',
    query: NoQuery,
    response: CategoryList,
    handle: async () => ({ items: [...CATEGORIES] }),
  }),
]

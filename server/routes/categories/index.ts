import { CATEGORIES } from '@shared/data/categories'
import { CategoryList } from '@shared/schemas/reading'
import { publicRead } from '../define'
import { NoQuery } from '../reading'

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

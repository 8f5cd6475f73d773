import { CATEGORIES } from '@shared/facts/disclosure/categories'
import { publicRead } from '@server/http/route'

export const categoryRoutes = [
  publicRead('GET /categories', {
    tag: '阅读',
    summary: '公开类别：五类重点公开和其他公开事项的名称、曾用名和填报模板',
    handle: async () => ({ items: [...CATEGORIES] }),
  }),
]

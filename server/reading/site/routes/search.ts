import { presentSearch } from '../presenters/search'
import { searchNotices } from '../queries/search'
import { publicRead } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { requireOrgTarget } from '@server/people/orgs'
import { checkCategory } from '@server/catalogues/catalogue'

export const searchRoutes = [
  publicRead('GET /search', {
    cost: 4,
    tag: '阅读',
    summary:
      '按词或拼音首字母找公示，在一个村（社区）或一个街道（镇）之内，可限定类别、年份、金额；漏一个字也能找到；说明为什么找到',
    handle: async ({ services: { db, models }, query }) => {
      const cursor = cursorOf(query.cursor)
      checkCategory(query.category)
      const { org } = await requireOrgTarget(db, query.org, 'org')
      return presentSearch(await searchNotices(db, { ...query, org, cursor, models }), query)
    },
  }),
]

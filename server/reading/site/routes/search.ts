import { presentSearch } from '../presenters/search'
import { accountsSay } from '../queries/accounts'
import { isNarrow, searchNotices } from '../queries/search'
import { publicRead } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { requireOrgTarget } from '@server/people/orgs'
import { checkCategory } from '@server/catalogues/catalogue'

export const searchRoutes = [
  publicRead('GET /search', {
    cost: 4,
    tag: '阅读',
    summary: '按词、拼音首字母或一句问话，在一个村或街道之内找，可限定类别、年份、金额；说明为什么找到',
    handle: async ({ services: { db, clock, models }, query }) => {
      const cursor = cursorOf(query.cursor)
      checkCategory(query.category)
      const { org } = await requireOrgTarget(db, query.org, 'org')
      const isWhole = cursor === null && !isNarrow(query)
      const [found, accounts] = await Promise.all([
        searchNotices(db, { ...query, org, cursor, models }),
        isWhole ? accountsSay(db, { org, q: query.q, now: clock.now() }) : null,
      ])
      return presentSearch(found, query, accounts)
    },
  }),
]

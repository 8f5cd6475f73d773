import { presentAsked } from '../presenters/asked'
import { presentSearch } from '../presenters/search'
import { answers, askedOf } from '../queries/asked'
import { isNarrowed, searchNotices } from '../queries/search'
import { publicRead } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { requireOrgTarget } from '@server/people/orgs'
import { checkCategory } from '@server/catalogues/catalogue'

export const searchRoutes = [
  publicRead('GET /search', {
    cost: 6,
    tag: '阅读',
    summary:
      '按词或拼音首字母找公示，在一个村（社区）或一个街道（镇）之内，可限定类别、年份、金额；漏一个字也能找到；说明为什么找到；问一个村的先给答案',
    handle: async ({ services: { db, clock }, query }) => {
      const cursor = cursorOf(query.cursor)
      checkCategory(query.category)
      const { org } = await requireOrgTarget(db, query.org, 'org')
      const found = await searchNotices(db, { ...query, org, cursor })
      const isFirst = cursor === null && !isNarrowed(query)
      const asked = isFirst ? await askedOf(db, { org, q: query.q, found, now: clock.now() }) : null
      // What is only the nearest in meaning says nothing to a question that has an answer.
      const near = found.near.filter(({ isSure }) => isSure || asked === null || !answers(asked))
      return { ...presentSearch({ ...found, near }, query), ...(asked && { asked: presentAsked(asked) }) }
    },
  }),
]

import { cursorOf } from '@server/http/paging'
import { publicRead } from '@server/http/route'
import { notFound } from '@server/platform/errors'
import { presentFeed } from '../presenters/feed'
import { feedOf } from '../queries/feed'
import { checkCategory } from '@server/catalogues/catalogue'
import { figuresOf } from '@server/disclosure/publications'
import { removedOf } from '@server/disclosure/removals'
import { findNamed, namesIn } from '@server/people/orgs'

export const feedRoutes = [
  publicRead('GET /orgs/:code/notices', {
    tag: '阅读',
    summary: '一个机构已公开的公示，新的在前，可按类别和所属期筛选',
    keptUnder: ({ params: { code } }) => Promise.resolve(code),
    handle: async ({ services: { db, clock }, params: { code }, query }) => {
      const cursor = cursorOf(query.cursor)
      checkCategory(query.category)
      const [page, named] = await Promise.all([
        feedOf(db, { ...query, orgCode: code, cursor }),
        findNamed(db, code),
      ])
      if (!named) throw notFound('org-not-found', 'code')
      const [names, figures] = await Promise.all([
        namesIn(db, [named], page.rows),
        figuresOf(db, page.rows, clock.now()),
      ])
      const { category, period } = query
      const removed = cursor ? [] : await removedOf(db, named, { category, period })
      return presentFeed({ ...page, removed }, { names, figures })
    },
  }),
]

import { notFound } from '@server/platform/errors'
import { chinaDate } from '@shared/common/period'
import { calendarOf } from '@server/disclosure/obligations'
import { presentCalendar } from '../presenters/calendar'
import { presentHome } from '../presenters/home'
import { homeOf } from '../queries/home'
import { publicRead } from '@server/http/route'
import { firstVillage, requireOrgTarget, streetOf } from '@server/people/orgs'

export const homeRoutes = [
  publicRead('GET /home', {
    tag: '阅读',
    summary: '首页：一个村（社区）的五类公开、其他公开事项、最新公示和联系人，一次请求取全',
    keptUnder: async ({ services, query }) => query.org ?? (await firstVillage(services.db))?._id ?? null,
    handle: async ({ services, query }) => {
      const { db, clock } = services
      const code = query.org ?? (await firstVillage(db))?._id
      if (!code) throw notFound('org-not-found')
      const place = await requireOrgTarget(db, code, 'org')
      const now = clock.now()
      const rows = await homeOf(db, place.org, now)
      return presentHome({ ...place, street: streetOf(place), rows, now })
    },
  }),
  publicRead('GET /orgs/:code/calendar', {
    tag: '阅读',
    summary: '公开日历：一个机构一年里应当公开什么、哪天到期、公开了没有',
    keptUnder: ({ params: { code } }) => Promise.resolve(code),
    handle: async ({ services: { db, clock }, params: { code }, query }) => {
      const { org } = await requireOrgTarget(db, code, 'org')
      const today = chinaDate(clock.now())
      const year = query.year ?? Number(today.slice(0, 4))
      return presentCalendar({ org, year, rows: await calendarOf(db, org._id, year), today })
    },
  }),
]

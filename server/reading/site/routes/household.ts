import { staffRead } from '@server/http/route'
import { presentHousehold } from '../presenters/household'
import { householdOf } from '../queries/household'
import { namesIn } from '@server/people/orgs'

export const householdRoutes = [
  staffRead('GET /me/household', {
    tag: '村民认证',
    summary: '我家的：公开过的名单里自己和代办长辈的那几行，别人的一行也没有',
    handle: async ({ services: { db }, actor }) => {
      const grounds = await householdOf(db, actor.id)
      const places = grounds.map(({ claim: { orgCode } }) => ({ orgCode, regards: null }))
      return presentHousehold(grounds, await namesIn(db, [], places))
    },
  }),
]

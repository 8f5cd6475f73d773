import type { Db } from '@server/platform/store/db'
import { decideLinks } from '../commands/decideLinks'
import { notFound } from '@server/platform/errors'
import { presentAlignment, presentOverview } from '../presenters/alignment'
import { loadAlignment, alignmentProgress } from '../queries/alignment'
import { type VillagePlace, requireVillage } from '../queries/villageCatalogue'
import { staffRead, staffWrite } from '@server/http/route'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '对应关系'

/** Loads the village and checks that it belongs to the street in the path. @throws AppError 404 */
async function villageOf(db: Db, code: string, village: string): Promise<VillagePlace> {
  const place = await requireVillage(db, village, 'village')
  if (place.street._id !== code) throw notFound('org-not-found', 'village')
  return place
}

export const linkRoutes = [
  staffRead('GET /orgs/:code/alignment', {
    tag,
    summary: '一个村的目录和街道目录的对应：已办的、建议、理由；没办的在前',
    handle: async ({ services: { db }, actor, requestId, params: { code }, query }) => {
      const place = await villageOf(db, code, query.village)
      authorize({ actor, requestId }, 'itemLink.read', orgTarget(place.org))
      return presentAlignment(await loadAlignment(db, place), actor)
    },
  }),
  staffRead('GET /orgs/:code/alignment/villages', {
    tag,
    summary: '各村（社区）目录的对应办到哪里了',
    handle: async ({ services: { db }, actor, requestId, params: { code } }) => {
      const issuer = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'itemLink.overview', orgTarget(issuer))
      return presentOverview(issuer, await alignmentProgress(db, issuer), actor)
    },
  }),
  staffWrite('POST /orgs/:code/links', {
    tag,
    summary: '确认或否定对应，一条或一页；互相矛盾就一条也不存',
    handle: ({ commit, body, params: { code }, ...caller }) =>
      commit(async tx => {
        const place = await villageOf(tx, code, body.village)
        const by = authorize(caller, 'itemLink.decide', orgTarget(place.org))
        await decideLinks(tx, by, place, body)
        return presentAlignment(await loadAlignment(tx, place), caller.actor)
      }),
  }),
]

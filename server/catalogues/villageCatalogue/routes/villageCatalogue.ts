import type { Actor } from '@server/platform/access/actor'
import type { Authorised, Caller } from '@server/platform/access/caller'
import type { Db } from '@server/platform/store/db'
import { activateList } from '../commands/activateVillageCatalogue'
import { addVillageItem } from '../commands/addVillageItem'
import { adoptItems } from '../commands/adoptItems'
import { applyDraft } from '../commands/applyDraft'
import { alterVillageItem } from '../commands/alterVillageItem'
import { remarkOnList } from '../commands/remarkOnVillageCatalogue'
import { removeVillageItem } from '../commands/removeVillageItem'
import { presentListDiff } from '../presenters/listDiff'
import { presentVillageList } from '../presenters/villageCatalogue'
import { loadListDiff } from '../queries/listDiff'
import { type VillagePlace, loadVillageCatalogue, listOf, requireVillage } from '../queries/villageCatalogue'
import { eachRow } from '@server/http/eachRow'
import { staffRead, staffWrite } from '@server/http/route'
import { authorize, type Action } from '../policy'
import { orgTarget } from '@server/people/orgs'

const tag = '村（居）公开清单'

const shown = async (db: Db, actor: Actor, place: VillagePlace) =>
  presentVillageList(await loadVillageCatalogue(db, place), actor)

/** Loads the village and judges the action on its catalogue. */
async function placeFor<
  A extends Exclude<Action & `villageCatalogue.${string}`, 'villageCatalogue.activate'>,
>(db: Db, caller: Caller, code: string, action: A): Promise<{ place: VillagePlace; by: Authorised<A> }> {
  const place = await requireVillage(db, code, 'code')
  return { place, by: authorize(caller, action, orgTarget(place.org)) }
}

export const listRoutes = [
  staffRead('GET /orgs/:code/village-catalogue', {
    tag,
    summary: '村（社区）自己的公开目录：编制中的事项、还缺的标准事项、街道的建议',
    handle: async ({ services: { db }, actor, requestId, params: { code } }) => {
      const { place } = await placeFor(db, { actor, requestId }, code, 'villageCatalogue.read')
      return shown(db, actor, place)
    },
  }),
  staffRead('GET /orgs/:code/village-catalogue/diff', {
    tag,
    summary: '编制中的目录和现行目录的不同，没有采用的事项',
    handle: async ({ services: { db }, actor, requestId, params: { code } }) => {
      const { place } = await placeFor(db, { actor, requestId }, code, 'villageCatalogue.read')
      return presentListDiff(await loadListDiff(db, place), actor)
    },
  }),
  staffWrite('POST /orgs/:code/village-catalogue/adopt', {
    tag,
    summary: '采用街道目录里的事项：同一事项，同一编号',
    handle: ({ commit, body, params: { code }, ...caller }) =>
      commit(async tx => {
        const { place, by } = await placeFor(tx, caller, code, 'villageCatalogue.adopt')
        await adoptItems(tx, by, place, body)
        return shown(tx, caller.actor, place)
      }),
  }),
  staffWrite('POST /orgs/:code/village-catalogue/items', {
    tag,
    summary: '增加村里自己的事项',
    handle: ({ commit, body, params: { code }, ...caller }) =>
      commit(async tx => {
        const { place, by } = await placeFor(tx, caller, code, 'villageCatalogue.add')
        await addVillageItem(tx, by, place, body)
        return shown(tx, caller.actor, place)
      }),
  }),
  staffWrite('PUT /orgs/:code/village-catalogue/items', {
    tag,
    summary: '改一个事项的公开内容和时限；采用来的改了就和街道不同',
    handle: ({ commit, body, params: { code }, ...caller }) =>
      commit(async tx => {
        const { place, by } = await placeFor(tx, caller, code, 'villageCatalogue.alter')
        await alterVillageItem(tx, by, place, body)
        return shown(tx, caller.actor, place)
      }),
  }),
  staffWrite('POST /orgs/:code/village-catalogue/remove', {
    tag,
    summary: '去掉一个事项，写明理由',
    handle: ({ commit, body, params: { code }, ...caller }) =>
      commit(async tx => {
        const { place, by } = await placeFor(tx, caller, code, 'villageCatalogue.remove')
        await removeVillageItem(tx, by, place.org, body)
        return shown(tx, caller.actor, place)
      }),
  }),
  staffWrite('POST /orgs/:code/village-catalogue/apply', {
    tag,
    summary: '把核对好的草稿用到村里的目录，不启用',
    handle: ({ commit, body, params: { code }, ...caller }) =>
      commit(async tx => {
        const { place, by } = await placeFor(tx, caller, code, 'villageCatalogue.import')
        await applyDraft(tx, by, place, body)
        return shown(tx, caller.actor, place)
      }),
  }),
  staffWrite('POST /orgs/:code/village-catalogue/activate', {
    tag,
    summary: '启用村里的目录：由村里没有参与修改的另一个人办',
    handle: ({ commit, body, params: { code }, ...caller }) =>
      commit(async tx => {
        const place = await requireVillage(tx, code, 'code')
        const { writers } = await listOf(tx, code)
        const by = authorize(caller, 'villageCatalogue.activate', { org: orgTarget(place.org), writers })
        await activateList(tx, by, place, body)
        return shown(tx, caller.actor, place)
      }),
  }),
  staffWrite('POST /orgs/:code/village-catalogue/remarks', {
    tag,
    summary: '街道对村里的目录提建议',
    handle: ({ commit, body, params: { code }, ...caller }) =>
      commit(async tx => {
        const { place, by } = await placeFor(tx, caller, code, 'villageCatalogue.remark')
        await remarkOnList(tx, by, place, body)
        return shown(tx, caller.actor, place)
      }),
  }),
  staffWrite('POST /village-catalogues/remarks', {
    tag,
    summary: '街道给几个村提同一条建议',
    handle: ({ commit, body: { villages, ...remark }, ...caller }) =>
      commit(tx =>
        eachRow(villages, async ({ id }) => {
          const { place, by } = await placeFor(tx, caller, id, 'villageCatalogue.remark')
          await remarkOnList(tx, by, place, remark)
        }),
      ),
  }),
]

import { activateList } from '../commands/activateVillageCatalogue'
import { addVillageItem } from '../commands/addVillageItem'
import { adoptItems } from '../commands/adoptItems'
import { alterVillageItem } from '../commands/alterVillageItem'
import type { CommandContext } from '@server/platform/access/commandContext'
import { importList, prepareList } from '../commands/importVillageCatalogue'
import { remarkOnList } from '../commands/remarkOnVillageCatalogue'
import { removeVillageItem } from '../commands/removeVillageItem'
import { presentVillageList } from '../presenters/villageCatalogue'
import { type VillagePlace, loadVillageCatalogue, listOf, requireVillage } from '../queries/villageCatalogue'
import { staffRead, staffUpload, staffWrite } from '@server/http/route'
import { authorize } from '../policy'
import type { Action } from '../policy'
import { orgTarget } from '@server/people/orgs'

const tag = '村里的目录'

const shown = async ({ services, actor }: Pick<CommandContext, 'services' | 'actor'>, place: VillagePlace) =>
  presentVillageList(await loadVillageCatalogue(services.db, place), actor)

/** Loads the village and judges the action on its catalogue. */
async function placeFor(
  { services, actor }: CommandContext,
  code: string,
  action: Exclude<Action & `list.${string}`, 'list.activate'>,
): Promise<VillagePlace> {
  const place = await requireVillage(services.db, code, 'code')
  authorize(actor, action, orgTarget(place.org))
  return place
}

export const listRoutes = [
  staffRead('GET /orgs/:code/list', {
    tag,
    summary: '村（社区）自己的公开目录：编制中的事项、和街道目录的不同、还缺的标准事项、街道的建议',
    handle: async ({ services, actor, params: { code }, requestId }) => {
      const deed = { services, actor, requestId }
      return shown(deed, await placeFor(deed, code, 'list.read'))
    },
  }),
  staffWrite('POST /orgs/:code/list/adopt', {
    tag,
    summary: '采用街道目录里的事项：同一事项，同一编号',
    handle: async ({ commit, body, params: { code }, ...deed }) => {
      const place = await placeFor(deed, code, 'list.adopt')
      return commit(async () => {
        await adoptItems(deed, place, body)
        return shown(deed, place)
      })
    },
  }),
  staffWrite('POST /orgs/:code/list/lines', {
    tag,
    summary: '增加村里自己的事项',
    handle: async ({ commit, body, params: { code }, ...deed }) => {
      const place = await placeFor(deed, code, 'list.add')
      return commit(async () => {
        await addVillageItem(deed, place, body)
        return shown(deed, place)
      })
    },
  }),
  staffWrite('PUT /orgs/:code/list/lines', {
    tag,
    summary: '改一个事项的公开内容和时限；采用来的事项改了就和街道不同，会显示出来',
    handle: async ({ commit, body, params: { code }, ...deed }) => {
      const place = await placeFor(deed, code, 'list.alter')
      return commit(async () => {
        await alterVillageItem(deed, place, body)
        return shown(deed, place)
      })
    },
  }),
  staffWrite('POST /orgs/:code/list/remove', {
    tag,
    summary: '去掉一个事项，写明理由',
    handle: async ({ commit, body, params: { code }, ...deed }) => {
      const place = await placeFor(deed, code, 'list.remove')
      return commit(async () => {
        await removeVillageItem(deed, place.org, body)
        return shown(deed, place)
      })
    },
  }),
  staffUpload('POST /orgs/:code/list/import', {
    tag,
    summary: '导入村里现有的公开目录文件（xlsx、csv、html、docx、txt）；有一处问题就一行也不存',
    handle: async ({ commit, file, body, params: { code }, ...deed }) => {
      const place = await placeFor(deed, code, 'list.import')
      const prepared = await prepareList({ file: file.name, bytes: file.bytes })
      return commit(async () => {
        const counts = await importList(deed, place, body.version, prepared)
        const warnings = prepared.warnings.map(({ message }) => ({ message }))
        return { ...counts, warnings, list: await shown(deed, place) }
      })
    },
  }),
  staffWrite('POST /orgs/:code/list/activate', {
    tag,
    summary: '启用村里的目录：由村里没有参与修改的另一个人办',
    handle: async ({ commit, body, params: { code }, ...deed }) => {
      const { db } = deed.services
      const place = await requireVillage(db, code, 'code')
      const { writers } = await listOf(db, code)
      authorize(deed.actor, 'list.activate', { org: orgTarget(place.org), writers })
      return commit(async () => {
        await activateList(deed, place, body.version)
        return shown(deed, place)
      })
    },
  }),
  staffWrite('POST /orgs/:code/list/remarks', {
    tag,
    summary: '街道对村里的目录提建议；只是建议，村里自己决定',
    handle: async ({ commit, body, params: { code }, ...deed }) => {
      const place = await placeFor(deed, code, 'list.remark')
      return commit(async () => {
        await remarkOnList(deed, place, body)
        return shown(deed, place)
      })
    },
  }),
]

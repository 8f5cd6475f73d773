import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import { chinaDate } from '@shared/common/period'
import { preparePowers } from '../commands/readPowersUpload'
import { writePowerWorkbook } from '@server/documents/power'
import { powerFile } from '../presenters/powerFile'
import { presentComparison, presentImport } from '../presenters/powerList'
import { modelFor, requirePowerPlace } from '../queries/powerLists'
import { publicFile, staffAskUpload, staffRead } from '@server/http/route'
import type { Caller } from '@server/platform/access/caller'
import type { Db } from '@server/platform/store/db'
import { authorize } from '../policy'
import { orgTarget } from '@server/people/orgs'

const tag = '小微权力清单'

/** Loads the village's list and judges the permission to import one. */
async function importable(db: Db, caller: Caller, code: string) {
  const place = await requirePowerPlace(db, code)
  authorize(caller, 'powerList.import', orgTarget(place.org))
  return place
}

/** Routes that compare a list with its model, export it as a file and import one. */
export const powerKeepingRoutes = [
  staffRead('GET /orgs/:code/powers/model', {
    tag,
    summary: '清单和示范清单（街道的，没有就是参考清单）比：采用以后示范清单改了哪些，由村里决定',
    handle: async ({ services: { db }, actor, requestId, params: { code } }) => {
      const place = await requirePowerPlace(db, code)
      authorize({ actor, requestId }, 'powerList.compare', orgTarget(place.org))
      return presentComparison(place, await modelFor(db, place), actor)
    },
  }),
  publicFile('GET /orgs/:code/powers/export', {
    cost: 60,
    tag,
    summary: '导出清单（xlsx 或 JSON）：改好以后能再导入，一处不丢',
    handle: async ({ services: { db }, params: { code }, query: { format } }) => {
      const { org, list } = await requirePowerPlace(db, code)
      const content =
        format === 'xlsx'
          ? await writePowerWorkbook(list.items)
          : Buffer.from(JSON.stringify(powerFile(list), null, 1))
      return {
        name: `${org.name}小微权力清单.${format}`,
        mime: format === 'xlsx' ? ATTACHMENTS.kinds.xlsx.mime : 'application/json',
        bytes: content.length,
        sha256: null,
        content: [content],
      }
    },
  }),
  staffAskUpload('POST /orgs/:code/powers/read', {
    tag,
    summary: '读一个清单文件（xlsx 或 JSON）：有哪些问题（哪一行、哪一格），和示范清单哪里不同；只看，不存',
    allow: ({ services, params: { code }, ...caller }) => importable(services.db, caller, code),
    handle: async ({ services: { db, clock }, actor, requestId, file, body, params: { code } }) => {
      const place = await importable(db, { actor, requestId }, code)
      const read = await preparePowers(
        { name: body.name ?? file.name, bytes: file.bytes },
        chinaDate(clock.now()),
      )
      return presentImport(read, place, await modelFor(db, place))
    },
  }),
]

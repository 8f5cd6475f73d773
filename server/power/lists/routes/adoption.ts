import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import { chinaDate } from '@shared/common/period'
import { preparePowers } from '../commands/readPowersUpload'
import { writePowerWorkbook } from '@server/documents/power'
import { powerFile } from '../presenters/powerFile'
import { presentComparison, presentImport } from '../presenters/powerList'
import { modelFor, requirePowerPlace } from '../queries/powerLists'
import { publicFile, staffAskUpload, staffRead } from '@server/http/route'
import { authorize } from '../policy'
import { orgTarget } from '@server/people/orgs'

const tag = '小微权力清单'

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
    handle: async ({ services: { db, clock }, actor, requestId, file, body, params: { code } }) => {
      const place = await requirePowerPlace(db, code)
      authorize({ actor, requestId }, 'powerList.import', orgTarget(place.org))
      const read = await preparePowers(
        { name: body.name ?? file.name, bytes: file.bytes },
        chinaDate(clock.now()),
      )
      return presentImport(read, place, await modelFor(db, place))
    },
  }),
]

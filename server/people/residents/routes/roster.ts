import { importRoster, prepareRoster, previewRoster } from '../commands/importRoster'
import { presentRoster } from '../presenters/roster'
import { rosterPage } from '../queries/roster'
import { staffAskUpload, staffRead, staffUpload } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '村民名册'

export const bookRoutes = [
  staffRead('GET /orgs/:code/roster', {
    tag,
    summary: '本村村民名册：姓名遮住一部分，只供本村经办人核对',
    handle: async ({ services: { db }, actor, requestId, params: { code }, query }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'roster.read', orgTarget(org))
      const { name, limit } = query
      return presentRoster(
        await rosterPage(db, { orgCode: code, name, cursor: cursorOf(query.cursor), limit }),
      )
    },
  }),
  staffAskUpload('POST /orgs/:code/roster/preview', {
    tag,
    summary: '先看一份村民名册会改动什么：新增、改动、去掉多少人，去掉的里面有几个认证过；不存任何内容',
    handle: async ({ actor, requestId, file, params: { code }, services: { db, config } }) => {
      const org = await requireOrg(db, code, 'code')
      const by = authorize({ actor, requestId }, 'roster.import', orgTarget(org))
      return previewRoster(db, by, config.identityKey, org, await prepareRoster(file))
    },
  }),
  staffUpload('POST /orgs/:code/roster', {
    tag,
    summary:
      '上传村民名册（xlsx、csv），以这一份为准；身份证后几位和电话只存加密散列，有一处问题就一行也不存',
    handle: async ({ commit, file, params: { code }, services: { db, config }, ...caller }) => {
      const org = await requireOrg(db, code, 'code')
      const by = authorize(caller, 'roster.import', orgTarget(org))
      const read = await prepareRoster(file)
      return commit(tx => importRoster(tx, by, config.identityKey, org, read))
    },
  }),
]

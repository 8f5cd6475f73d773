import { importRoster, prepareRoster, previewRoster } from '../commands/importRoster'
import { presentRoster } from '../presenters/roster'
import { rosterPage } from '../queries/roster'
import { staffAskUpload, staffRead, staffUpload } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import type { Caller } from '@server/platform/access/caller'
import type { Db } from '@server/platform/store/db'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '村民名册'

/** Loads the organisation and judges the permission to upload its roster. */
async function importable(db: Db, caller: Caller, code: string) {
  const org = await requireOrg(db, code, 'code')
  return { org, by: authorize(caller, 'roster.import', orgTarget(org)) }
}

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
    summary: '先看一份村民名册会改动什么：新增、改动、去掉多少人；不存任何内容',
    allow: ({ params: { code }, services, ...caller }) => importable(services.db, caller, code),
    handle: async ({ actor, requestId, file, params: { code }, services: { db, config } }) => {
      const { org, by } = await importable(db, { actor, requestId }, code)
      return previewRoster(db, by, config.identityKey, org, await prepareRoster(file))
    },
  }),
  staffUpload('POST /orgs/:code/roster', {
    tag,
    summary:
      '上传村民名册（xlsx、csv），以这一份为准；身份证后几位和电话只存加密散列，有一处问题就一行也不存',
    allow: ({ params: { code }, services, ...caller }) => importable(services.db, caller, code),
    handle: async ({ commit, file, params: { code }, services: { db, config }, ...caller }) => {
      const { org, by } = await importable(db, caller, code)
      const read = await prepareRoster(file)
      return commit(tx => importRoster(tx, by, config.identityKey, org, read))
    },
  }),
]

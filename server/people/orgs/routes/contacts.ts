import type { Actor } from '@server/platform/access/actor'
import type { Db } from '@server/platform/store/db'
import { staffRead, staffWrite } from '@server/http/route'
import { keepContacts } from '../commands/keepContacts'
import { orgTarget } from '../orgTarget'
import { authorize } from '../policy'
import { presentOrgContacts } from '../presenters/orgContacts'
import { changesOf } from '../queries/orgChanges'
import { requireOrg, requireOrgTarget } from '../queries/orgs'

const tag = '机构'

const shown = async (db: Db, code: string, actor: Actor) =>
  presentOrgContacts(await requireOrgTarget(db, code, 'code'), await changesOf(db, code), actor)

export const contactRoutes = [
  staffRead('GET /orgs/:code/contacts', {
    tag,
    summary: '机构与联系人：联系人、办公地址和时间、答复期限、监督机构，谁什么时候改过什么',
    handle: async ({ services: { db }, actor, requestId, params: { code } }) => {
      authorize({ actor, requestId }, 'org.read-contacts', orgTarget(await requireOrg(db, code, 'code')))
      return shown(db, code, actor)
    },
  }),
  staffWrite('PUT /orgs/:code/contacts', {
    tag,
    summary: '改机构与联系人；以前公开的各版印着当时的，从此公开的用新的（本机构负责人、街道、系统管理员）',
    handle: ({ commit, body, params: { code }, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, code, 'code')
        await keepContacts(tx, authorize(caller, 'org.keep-contacts', orgTarget(org)), org, body)
        return shown(tx, code, caller.actor)
      }),
  }),
]

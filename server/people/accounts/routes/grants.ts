import type { Grant } from '@shared/contract/people/grant'
import { changeTerm } from '../commands/changeTerm'
import type { CommandContext } from '@server/platform/access/commandContext'
import { grantRole } from '../commands/grantRole'
import { revokeRole } from '../commands/revokeRole'
import { presentGrant } from '../presenters/grant'
import { type NamedGrant, requireGrant, grantPage } from '../queries/grants'
import { staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '角色'

/** Loads a grant, judges the policy, changes the grant and presents it. */
async function change(
  deed: CommandContext,
  id: string,
  action: 'role.revoke' | 'role.change-term',
  command: (named: NamedGrant) => Promise<void>,
): Promise<Grant> {
  const { db, clock } = deed.services
  const named = await requireGrant(db, id)
  authorize(deed.actor, action, { userId: named.grant.userId, org: orgTarget(named.org) })
  await command(named)
  return presentGrant(await requireGrant(db, id), clock.now())
}

export const grantRoutes = [
  staffRead('GET /orgs/:code/grants', {
    tag,
    summary: '本机构的任职：谁、什么角色、任期，新任的在前（安全管理员）',
    handle: async ({ services: { db, clock }, actor, params, query }) => {
      const org = await requireOrg(db, params.code, 'code')
      authorize(actor, 'role.list', orgTarget(org))
      const { rows, nextCursor } = await grantPage(db, org, cursorOf(query.cursor), query.limit)
      return { items: rows.map(row => presentGrant(row, clock.now())), nextCursor }
    },
  }),
  staffWrite('POST /orgs/:code/grants', {
    tag,
    summary: '授予角色：写明任期；不能授给自己，不能授出互相冲突的角色（安全管理员）',
    status: 201,
    handle: ({ commit, params, body, ...deed }) =>
      commit(async () => {
        const { db, clock } = deed.services
        const org = await requireOrg(db, params.code, 'code')
        authorize(deed.actor, 'role.grant', { userId: body.userId, org: orgTarget(org) })
        const id = await grantRole(deed, org, body)
        return presentGrant(await requireGrant(db, id), clock.now())
      }),
  }),
  staffWrite('POST /grants/:id/term', {
    tag,
    summary: '改任期（安全管理员）',
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(() => change(deed, id, 'role.change-term', named => changeTerm(deed, named, body))),
  }),
  staffWrite('POST /grants/:id/revoke', {
    tag,
    summary: '撤销角色，立即失效（安全管理员）',
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(() => change(deed, id, 'role.revoke', named => revokeRole(deed, named, body))),
  }),
]

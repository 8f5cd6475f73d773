import type { Authorised, Caller } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { Grant } from '@shared/contract/people/grant'
import { changeTerm } from '../commands/changeTerm'
import { grantRole } from '../commands/grantRole'
import { revokeRole } from '../commands/revokeRole'
import { presentGrant } from '../presenters/grant'
import { type NamedGrant, requireGrant, grantPage } from '../queries/grants'
import { staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '授权'

/** Loads a grant, judges the policy, changes the grant and presents it. */
async function change<A extends 'grant.revoke' | 'grant.change-term'>(
  tx: Tx,
  caller: Caller,
  { id, action }: { id: string; action: A },
  command: (by: Authorised<A>, named: NamedGrant) => Promise<void>,
): Promise<Grant> {
  const named = await requireGrant(tx, id)
  const by = authorize(caller, action, { userId: named.grant.userId, org: orgTarget(named.org) })
  await command(by, named)
  return presentGrant(await requireGrant(tx, id), tx.now)
}

export const grantRoutes = [
  staffRead('GET /orgs/:code/grants', {
    tag,
    summary: '本机构的任职：谁、什么角色、任期，新任的在前（安全管理员）',
    handle: async ({ services: { db, clock }, actor, requestId, params, query }) => {
      const org = await requireOrg(db, params.code, 'code')
      authorize({ actor, requestId }, 'grant.list', orgTarget(org))
      const { rows, nextCursor } = await grantPage(db, org, cursorOf(query.cursor), query.limit)
      return { items: rows.map(row => presentGrant(row, clock.now())), nextCursor }
    },
  }),
  staffWrite('POST /orgs/:code/grants', {
    tag,
    summary: '授予角色：写明任期；不能授给自己，不能授出互相冲突的角色（安全管理员）',
    status: 201,
    handle: ({ commit, params, body, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, params.code, 'code')
        const by = authorize(caller, 'grant.give', { userId: body.userId, org: orgTarget(org) })
        const id = await grantRole(tx, by, org, body)
        return presentGrant(await requireGrant(tx, id), tx.now)
      }),
  }),
  staffWrite('POST /grants/:id/term', {
    tag,
    summary: '改任期（安全管理员）',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(tx =>
        change(tx, caller, { id, action: 'grant.change-term' }, (by, named) =>
          changeTerm(tx, by, named, body),
        ),
      ),
  }),
  staffWrite('POST /grants/:id/revoke', {
    tag,
    summary: '撤销角色，立即失效（安全管理员）',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(tx =>
        change(tx, caller, { id, action: 'grant.revoke' }, (by, named) => revokeRole(tx, by, named, body)),
      ),
  }),
]

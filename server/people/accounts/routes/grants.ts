import type { Authorised, Caller } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { Grant } from '@shared/contract/people/grant'
import { changeTerm } from '../commands/changeTerm'
import { confirmGrant, grantRole } from '../commands/grantRole'
import { revokeRole } from '../commands/revokeRole'
import { presentGrant } from '../presenters/grant'
import { type NamedGrant, requireGrant, grantPage } from '../queries/grants'
import { staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { authorize, grantTarget } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '授权'

/** Loads a grant, judges the policy, changes the grant and presents it. */
async function change<A extends 'grant.revoke' | 'grant.change-term' | 'grant.confirm'>(
  tx: Tx,
  caller: Caller,
  { id, action }: { id: string; action: A },
  command: (by: Authorised<A>, named: NamedGrant) => Promise<void>,
): Promise<Grant> {
  const named = await requireGrant(tx, id)
  const by = authorize(caller, action, grantTarget(named))
  await command(by, named)
  return presentGrant(await requireGrant(tx, id), tx.now, caller.actor)
}

export const grantRoutes = [
  staffRead('GET /orgs/:code/grants', {
    tag,
    summary: '本机构的任职：谁、什么角色、任期，新任的在前（安全、系统管理员，负责人）',
    handle: async ({ services: { db, clock }, actor, requestId, params, query }) => {
      const org = await requireOrg(db, params.code, 'code')
      authorize({ actor, requestId }, 'grant.list', orgTarget(org))
      const { rows, nextCursor } = await grantPage(db, org, cursorOf(query.cursor), query.limit)
      return { items: rows.map(row => presentGrant(row, clock.now(), actor)), nextCursor }
    },
  }),
  staffWrite('POST /orgs/:code/grants', {
    tag,
    summary:
      '授予角色：写明任期；不能授给自己，不能授出互相冲突的角色；另一位管理员确认以后才算数（安全管理员）',
    status: 201,
    handle: ({ commit, params, body, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, params.code, 'code')
        const by = authorize(caller, 'grant.give', { userId: body.userId, org: orgTarget(org) })
        const id = await grantRole(tx, by, org, body)
        return presentGrant(await requireGrant(tx, id), tx.now, caller.actor)
      }),
  }),
  staffWrite('POST /grants/:id/confirm', {
    tag,
    summary: '确认任职：由授予的人和本人以外的另一位管理员或本单位负责人办，从这时起算数',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(tx =>
        change(tx, caller, { id, action: 'grant.confirm' }, (by, named) => confirmGrant(tx, by, named, body)),
      ),
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

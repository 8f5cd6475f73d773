import type { Caller } from '@server/platform/access/caller'
import type { Services } from '@server/platform/services'
import type { Tx } from '@server/platform/store/db'
import type { FileResidencyClaim } from '@shared/contract/people/roster'
import { claimPerson } from '../commands/claimResidency'
import { type ClaimDecision, decideClaim } from '../commands/decideClaim'
import { matchRoster } from '../commands/matchRoster'
import { presentClaims, presentOwnClaim, presentStaffClaim } from '../presenters/roster'
import { requireResidencyClaim, claimPage, claimsOf, peopleInRoster } from '../queries/roster'
import { staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { authorize } from '../policy'
import { requireAgreement } from '@server/people/agreements'
import { orgTarget, namesIn, requireOrg } from '@server/people/orgs'

const tag = '村民认证'

/** Matches with the roster before the transaction, so that the attempt stays counted. */
async function matched(services: Services, caller: Caller, input: FileResidencyClaim) {
  const org = await requireOrg(services.db, input.orgCode, 'orgCode')
  const by = authorize(caller, 'residencyClaim.file', orgTarget(org))
  await requireAgreement(services.db, caller.actor.id, 'use')
  await requireAgreement(services.db, caller.actor.id, 'identity', input.agreed)
  return { org, by, match: await matchRoster(services, by, org, input) }
}

async function decide(
  tx: Tx,
  caller: Caller,
  { id, action }: { id: string; action: ClaimDecision },
  body: { version: number; reason?: string },
) {
  const { claim, org } = await requireResidencyClaim(tx, id)
  const by = authorize(caller, action, { org: orgTarget(org), userId: claim.userId })
  const done = await decideClaim(tx, by, { claim, seen: body.version, reason: body.reason })
  const inRoster = await peopleInRoster(tx, org._id, [done])
  return presentStaffClaim(done, org, inRoster.has(done.person), by.actor)
}

export const claimRoutes = [
  staffRead('GET /me/residency-claims', {
    tag,
    summary: '我的村民认证和代长辈办的申请',
    handle: async ({ services: { db }, actor }) => {
      const claims = await claimsOf(db, actor.id)
      const places = claims.map(({ orgCode }) => ({ orgCode, regards: null }))
      const names = await namesIn(db, [], places)
      return { items: claims.map(claim => presentOwnClaim(claim, names.get(claim.orgCode) ?? claim.orgCode)) }
    },
  }),
  staffWrite('POST /me/residency-claims', {
    tag,
    summary: '我是本村人：与村民名册核对，再由村里确认',
    status: 201,
    handle: async ({ commit, body, ...caller }) => {
      const { org, by, match } = await matched(caller.services, caller, body)
      return commit(async tx =>
        presentOwnClaim(
          await claimPerson(tx, by, { org, match, relation: null, agreed: body.agreed }),
          org.name,
        ),
      )
    },
  }),
  staffWrite('POST /me/residency-claims/relatives', {
    tag,
    summary: '代长辈办：与村民名册核对长辈，再由村里确认',
    status: 201,
    handle: async ({ commit, body, ...caller }) => {
      const { org, by, match } = await matched(caller.services, caller, body)
      const { relation, agreed } = body
      return commit(async tx =>
        presentOwnClaim(await claimPerson(tx, by, { org, match, relation, agreed }), org.name),
      )
    },
  }),
  staffRead('GET /orgs/:code/residency-claims', {
    tag,
    summary: '村民认证申请，等确认的在前页',
    handle: async ({ services: { db }, actor, requestId, params: { code }, query }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'residencyClaim.list', orgTarget(org))
      const { state, limit } = query
      const page = await claimPage(db, { orgCode: code, state }, cursorOf(query.cursor), limit)
      return presentClaims(page, org, actor)
    },
  }),
  staffWrite('POST /residency-claims/:id/confirm', {
    tag,
    summary: '确认认证申请',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(tx => decide(tx, caller, { id, action: 'residencyClaim.confirm' }, body)),
  }),
  staffWrite('POST /residency-claims/:id/refuse', {
    tag,
    summary: '不通过认证申请，写明原因',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(tx => decide(tx, caller, { id, action: 'residencyClaim.refuse' }, body)),
  }),
  staffWrite('POST /residency-claims/:id/end', {
    tag,
    summary: '结束认证，写明原因；村民身份马上不再算数',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(tx => decide(tx, caller, { id, action: 'residencyClaim.end' }, body)),
  }),
]

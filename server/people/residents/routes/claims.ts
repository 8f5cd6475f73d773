import type { ClaimResidence } from '@shared/contract/people/roster'
import { claimPerson } from '../commands/claimResidency'
import { type ClaimDecision, decideClaim } from '../commands/decideClaim'
import type { CommandContext } from '@server/platform/access/commandContext'
import { matchRoster } from '../commands/matchRoster'
import { presentClaims, presentOwnClaim, presentStaffClaim } from '../presenters/roster'
import { requireResidencyClaim, claimPage, claimsOf, peopleInRoster } from '../queries/roster'
import { staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { authorize } from '../policy'
import { orgTarget, namesIn, requireOrg } from '@server/people/orgs'

const tag = '村民认证'

/** Matches with the roster before the transaction, so that the attempt stays counted. */
async function matched(deed: CommandContext, input: ClaimResidence) {
  const org = await requireOrg(deed.services.db, input.orgCode, 'orgCode')
  authorize(deed.actor, 'claim.request', orgTarget(org))
  return { org, match: await matchRoster(deed.services, deed.actor.id, org, input) }
}

async function decide(
  deed: CommandContext,
  id: string,
  decision: ClaimDecision,
  body: { version: number; reason?: string },
) {
  const { db } = deed.services
  const { claim, org } = await requireResidencyClaim(db, id)
  authorize(deed.actor, `claim.${decision}`, { org: orgTarget(org), userId: claim.userId })
  const done = await decideClaim(deed, { claim, decision, seen: body.version, reason: body.reason })
  const inRoster = await peopleInRoster(db, org._id, [done])
  return presentStaffClaim(done, org, inRoster.has(done.person), deed.actor)
}

export const claimRoutes = [
  staffRead('GET /me/residence', {
    tag,
    summary: '我的村民认证和代长辈办的申请',
    handle: async ({ services: { db }, actor }) => {
      const claims = await claimsOf(db, actor.id)
      const places = claims.map(({ orgCode }) => ({ orgCode, regards: null }))
      const names = await namesIn(db, [], places)
      return { items: claims.map(claim => presentOwnClaim(claim, names.get(claim.orgCode) ?? claim.orgCode)) }
    },
  }),
  staffWrite('POST /me/residence', {
    tag,
    summary: '我是本村人：与村民名册核对，再由村里确认',
    status: 201,
    handle: async ({ commit, body, ...deed }) => {
      const { org, match } = await matched(deed, body)
      return commit(async () =>
        presentOwnClaim(await claimPerson(deed, { org, match, relation: null }), org.name),
      )
    },
  }),
  staffWrite('POST /me/relatives', {
    tag,
    summary: '代长辈办：与村民名册核对长辈，再由村里确认',
    status: 201,
    handle: async ({ commit, body, ...deed }) => {
      const { org, match } = await matched(deed, body)
      const { relation } = body
      return commit(async () => presentOwnClaim(await claimPerson(deed, { org, match, relation }), org.name))
    },
  }),
  staffRead('GET /orgs/:code/claims', {
    tag,
    summary: '村民认证申请，等确认的在前页',
    handle: async ({ services: { db }, actor, params: { code }, query }) => {
      const org = await requireOrg(db, code, 'code')
      authorize(actor, 'claim.list', orgTarget(org))
      const { state, limit } = query
      const page = await claimPage(db, { orgCode: code, state }, cursorOf(query.cursor), limit)
      return presentClaims(page, org, actor)
    },
  }),
  staffWrite('POST /claims/:id/confirm', {
    tag,
    summary: '确认认证申请',
    handle: ({ commit, params: { id }, body, ...deed }) => commit(() => decide(deed, id, 'confirm', body)),
  }),
  staffWrite('POST /claims/:id/refuse', {
    tag,
    summary: '不通过认证申请，写明原因',
    handle: ({ commit, params: { id }, body, ...deed }) => commit(() => decide(deed, id, 'refuse', body)),
  }),
  staffWrite('POST /claims/:id/end', {
    tag,
    summary: '结束认证，写明原因；村民身份马上不再算数',
    handle: ({ commit, params: { id }, body, ...deed }) => commit(() => decide(deed, id, 'end', body)),
  }),
]

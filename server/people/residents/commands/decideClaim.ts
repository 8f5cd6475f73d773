import { conflict } from '@server/platform/errors'
import { isDuplicate } from '@server/platform/store/transaction'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { ResidencyClaims, type ResidencyClaimRow } from '../models/residencyClaims'
import { newId } from '@server/platform/store/collection'
import { RoleGrants } from '@server/people/accounts'

export type ClaimDecision = 'confirm' | 'refuse' | 'end'

const FROM = { confirm: 'pending', refuse: 'pending', end: 'confirmed' } as const
const TO = { confirm: 'confirmed', refuse: 'refused', end: 'ended' } as const
const ACTIONS = { confirm: 'claim.confirm', refuse: 'claim.refuse', end: 'claim.end' } as const

/** Checks whether the claim's state allows the decision. */
const allowsClaim = (claim: Pick<ResidencyClaimRow, 'state'>, decision: ClaimDecision): boolean =>
  claim.state === FROM[decision]

/** Grants the role 村民 to a confirmed villager. */
async function grantRole(
  { services: { db, clock } }: CommandContext,
  claim: ResidencyClaimRow,
): Promise<string> {
  const _id = newId('grt')
  const { userId, orgCode } = claim
  await db
    .of(RoleGrants)
    .create([{ _id, userId, role: 'villager', orgCode, from: clock.now(), to: null, revokedAt: null }])
  return _id
}

interface Props {
  claim: ResidencyClaimRow
  decision: ClaimDecision
  seen: number
  reason?: string
}

/**
 * Confirms, refuses or ends a residency claim 村民身份认证. A confirmed `own` claim grants the role 村民 of that village, an ended
 * one revokes it. Runs in the caller's transaction.
 * @throws AppError 409 `claim-changed`, `claim-taken` when another account already is this person
 */
export async function decideClaim(
  deed: CommandContext,
  { claim, decision, seen, reason }: Props,
): Promise<ResidencyClaimRow> {
  const { db, clock } = deed.services
  if (seen !== claim.version || !allowsClaim(claim, decision)) throw conflict('claim-changed')
  const confirmed = decision === 'confirm'
  const at = clock.now()
  const isOwn = claim.kind === 'own'
  const next = {
    state: TO[decision],
    version: claim.version + 1,
    decidedAt: at,
    decidedBy: deed.actor.id,
    decidedByName: deed.actor.name,
    reason: reason ?? null,
    grantId: confirmed && isOwn ? await grantRole(deed, claim) : null,
    live: confirmed,
    holds: confirmed && isOwn,
  }
  const { modifiedCount } = await db
    .of(ResidencyClaims)
    .updateOne({ _id: claim._id, version: claim.version }, { $set: next })
    .catch((error: unknown) => {
      throw isDuplicate(error, 'rollClaims') ? conflict('claim-taken') : error
    })
  if (modifiedCount !== 1) throw conflict('claim-changed')
  if (claim.grantId) await db.of(RoleGrants).updateOne({ _id: claim.grantId }, { revokedAt: at })
  await audit(deed, ACTIONS[decision], { orgCode: claim.orgCode, id: claim._id })
  return { ...claim, ...next }
}

import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { conflict } from '@server/platform/errors'
import { isDuplicate } from '@server/platform/store/transaction'
import { ResidencyClaims, type ResidencyClaimRow } from '../models/residencyClaims'
import { grantVillagerRole, revokeVillagerRole } from '@server/people/accounts'

export type ClaimDecision = 'residencyClaim.confirm' | 'residencyClaim.refuse' | 'residencyClaim.end'

const FROM = {
  'residencyClaim.confirm': 'pending',
  'residencyClaim.refuse': 'pending',
  'residencyClaim.end': 'confirmed',
} as const
const TO = {
  'residencyClaim.confirm': 'confirmed',
  'residencyClaim.refuse': 'refused',
  'residencyClaim.end': 'ended',
} as const

/** Checks whether the claim's state allows the decision. */
const allowsClaim = (claim: Pick<ResidencyClaimRow, 'state'>, decision: ClaimDecision): boolean =>
  claim.state === FROM[decision]

interface Props {
  claim: ResidencyClaimRow
  seen: number
  reason?: string
}

/**
 * Confirms, refuses or ends a residency claim 村民身份认证. A confirmed `own` claim grants the role 村民 of that village, an ended
 * one revokes it.
 * @throws AppError 409 `claim-changed`, `claim-taken` when another account already is this person
 */
export async function decideClaim(
  tx: Tx,
  by: Authorised<ClaimDecision>,
  { claim, seen, reason }: Props,
): Promise<ResidencyClaimRow> {
  const decision = by.action
  if (seen !== claim.version || !allowsClaim(claim, decision)) throw conflict('claim-changed')
  const confirmed = decision === 'residencyClaim.confirm'
  const isOwn = claim.kind === 'own'
  const next = {
    state: TO[decision],
    version: claim.version + 1,
    decidedAt: tx.now,
    decidedBy: by.actor.id,
    decidedByName: by.actor.name,
    reason: reason ?? null,
    grantId: confirmed && isOwn ? await grantVillagerRole(tx, claim) : null,
    live: confirmed,
    holds: confirmed && isOwn,
  }
  const { modifiedCount } = await tx
    .of(ResidencyClaims)
    .updateOne({ _id: claim._id, version: claim.version }, { $set: next })
    .catch((error: unknown) => {
      throw isDuplicate(error, 'residencyClaims') ? conflict('claim-taken') : error
    })
  if (modifiedCount !== 1) throw conflict('claim-changed')
  if (claim.grantId) await revokeVillagerRole(tx, claim.grantId)
  await audit(tx, by, { orgCode: claim.orgCode, id: claim._id })
  return { ...claim, ...next }
}

/** Ends the claims of a closed account and removes the person from them. */
export async function closeClaims(tx: Tx, { userId }: { userId: string }): Promise<void> {
  const gone = {
    state: 'ended',
    live: false,
    holds: false,
    name: '',
    group: null,
    person: '',
    phoneMatches: null,
  }
  await tx
    .of(ResidencyClaims)
    .updateMany({ userId }, { $set: { ...gone, grantId: null }, $inc: { version: 1 } })
}

import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { RelationCode } from '@shared/facts/people/residencyRules'
import { conflict } from '@server/platform/errors'
import { isDuplicate } from '@server/platform/store/transaction'
import type { RosterMatch } from './matchRoster'
import { ResidencyClaims, type ResidencyClaimRow } from '../models/residencyClaims'
import { newId } from '@server/platform/store/collection'
import type { OrgRow } from '@server/people/orgs'
import { recordAgreement } from '@server/people/agreements'

interface Props {
  org: OrgRow
  match: RosterMatch
  /** Relation of the claimer to the elder; null = the claimer is the person. */
  relation: RelationCode | null
  /** Version of the separate consent that came with the claim; undefined: given before. */
  agreed?: string
}

/**
 * Files a residency claim 村民身份认证: asks the village's staff to confirm that the user is a person of the roster or acts for
 * one. Returns the claim.
 * @throws AppError 409 `claim-exists`
 */
export async function claimPerson(
  tx: Tx,
  by: Authorised<'residencyClaim.file'>,
  { org, match, relation, agreed }: Props,
): Promise<ResidencyClaimRow> {
  const kind = relation === null ? 'own' : 'elder'
  const userId = by.actor.id
  if (agreed !== undefined) await recordAgreement(tx, { userId, kind: 'identity', version: agreed })
  const before = await tx.of(ResidencyClaims).find({ userId }).lean<ResidencyClaimRow[]>().exec()
  const same = before.filter(row => row.live && row.orgCode === org._id && row.kind === kind)
  if (same.some(row => kind === 'own' || row.person === match.person)) throw conflict('claim-exists')
  const claim: ResidencyClaimRow = {
    _id: newId('clm'),
    userId,
    orgCode: org._id,
    kind,
    relation,
    ...match,
    state: 'pending',
    version: 1,
    requestedAt: tx.now,
    decidedAt: null,
    decidedBy: null,
    decidedByName: null,
    reason: null,
    grantId: null,
    live: true,
    holds: false,
  }
  await tx
    .of(ResidencyClaims)
    .create([claim])
    .catch((error: unknown) => {
      throw isDuplicate(error, 'residencyClaims') ? conflict('claim-exists') : error
    })
  await audit(tx, by, { orgCode: org._id, id: claim._id })
  return claim
}

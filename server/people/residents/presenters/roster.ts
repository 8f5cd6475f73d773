import { CLAIM_STATES, RELATIONS } from '@shared/facts/people/residencyRules'
import { maskName } from '@server/domain/privacy'
import type {
  ResidencyClaimPage,
  OwnResidencyClaim,
  RosterPage,
  StaffResidencyClaim,
} from '@shared/contract/people/roster'
import type { ClaimRows, RosterRows } from '../queries/roster'
import type { ResidencyClaimRow } from '../models/residencyClaims'
import type { Actor } from '@server/platform/access/actor'
import { can } from '../policy'
import { orgTarget, type OrgRow } from '@server/people/orgs'

const DECISIONS = { confirm: 'pending', refuse: 'pending', end: 'confirmed' } as const

/** Presents the roster to staff with names partly covered; hashes never leave the server. */
export const presentRoster = ({ book, rows, verified, nextCursor }: RosterRows): RosterPage => ({
  items: rows.map(row => ({
    id: row._id,
    name: maskName(row.name),
    group: row.group,
    hasPhone: row.phone !== null,
    verified: verified.has(row.person),
  })),
  nextCursor,
  total: book?.people ?? 0,
  importedAt: book?.importedAt.toISOString() ?? null,
})

/** Presents to the claimer their own claim and its state. */
export const presentOwnClaim = (claim: ResidencyClaimRow, orgName: string): OwnResidencyClaim => ({
  id: claim._id,
  kind: claim.kind,
  orgCode: claim.orgCode,
  orgName,
  name: claim.name,
  relationLabel: RELATIONS.find(({ code }) => code === claim.relation)?.label ?? null,
  state: claim.state,
  stateLabel: CLAIM_STATES[claim.state],
  requestedAt: claim.requestedAt.toISOString(),
  reason: claim.reason,
})

/** Presents a claim to the village's staff with its full name, for confirmation. */
export function presentStaffClaim(
  claim: ResidencyClaimRow,
  org: OrgRow,
  inRoster: boolean,
  actor: Actor,
): StaffResidencyClaim {
  const may = can(actor, 'residencyClaim.confirm', { org: orgTarget(org), userId: claim.userId })
  const decisions = (Object.keys(DECISIONS) as (keyof typeof DECISIONS)[]).filter(
    decision => may && claim.state === DECISIONS[decision],
  )
  return {
    ...presentOwnClaim(claim, org.name),
    version: claim.version,
    group: claim.group,
    phoneMatches: claim.phoneMatches,
    inRoster,
    decidedByName: claim.decidedByName,
    abilities: decisions,
  }
}

export const presentClaims = (
  { rows, inRoster, nextCursor }: ClaimRows,
  org: OrgRow,
  actor: Actor,
): ResidencyClaimPage => ({
  items: rows.map(claim => presentStaffClaim(claim, org, inRoster.has(claim.person), actor)),
  nextCursor,
})

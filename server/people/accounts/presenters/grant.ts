import { roleLabel } from '@shared/facts/people/roles'
import { chinaDate } from '@shared/common/period'
import { lastDay, termState } from '@server/domain/term'
import type { Account, Grant } from '@shared/contract/people/grant'
import type { NamedGrant } from '../queries/grants'
import type { UserRow } from '../models/users'
import type { Actor } from '@server/platform/access/actor'
import { can, grantTarget } from '../policy'

/** Returns what the reader may do with a grant that is not over. */
function abilitiesOf(named: NamedGrant, actor: Actor): Grant['abilities'] {
  const { unconfirmed = false, revokedAt } = named.grant
  if (revokedAt !== null) return []
  const target = grantTarget(named)
  return [
    ...(unconfirmed && can(actor, 'grant.confirm', target) ? ['confirm' as const] : []),
    ...(can(actor, 'grant.revoke', target) ? ['change' as const] : []),
  ]
}

const stateOf = (grant: NamedGrant['grant'], now: Date): Grant['state'] =>
  grant.unconfirmed && grant.revokedAt === null ? 'unconfirmed' : termState(grant, now)

/** Presents to administrators a grant with its person, organisation and term. */
export const presentGrant = (named: NamedGrant, now: Date, actor: Actor): Grant => ({
  ...grantFacts(named, now),
  abilities: abilitiesOf(named, actor),
})

const grantFacts = ({ grant, user, org }: NamedGrant, now: Date): Omit<Grant, 'abilities'> => ({
  id: grant._id,
  userId: user._id,
  userName: user.name,
  role: grant.role,
  roleLabel: roleLabel(grant.role),
  orgCode: org._id,
  orgName: org.name,
  from: chinaDate(grant.from),
  to: lastDay(grant.to),
  state: stateOf(grant, now),
  version: grant.version ?? 0,
})

/** Presents to administrators an account with its roles; the openid never leaves the server. */
export const presentAccount = (user: UserRow, grants: readonly NamedGrant[], now: Date): Account => ({
  id: user._id,
  name: user.name,
  jobTitle: user.jobTitle,
  grants: grants.map(grant => ({ ...grantFacts(grant, now), abilities: [] })),
})

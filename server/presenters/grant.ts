import { roleLabel } from '@shared/data/roles'
import { chinaDate } from '@shared/domain/period'
import { lastDay, termState } from '@shared/domain/term'
import type { Account, Grant } from '@shared/schemas/grant'
import type { UserRow } from '../models'
import type { NamedGrant } from '../queries/work/grants'

/** Administrators: who holds what where, for how long. */
export const presentGrant = ({ grant, user, org }: NamedGrant, now: Date): Grant => ({
  id: grant._id,
  userId: user._id,
  userName: user.name,
  role: grant.role,
  roleLabel: roleLabel(grant.role),
  orgCode: org._id,
  orgName: org.name,
  from: chinaDate(grant.from),
  to: lastDay(grant.to),
  state: termState(grant, now),
  version: grant.version ?? 0,
})

/** Administrators: an account with its roles; the openid never leaves the server. */
export const presentAccount = (user: UserRow, grants: readonly NamedGrant[], now: Date): Account => ({
  id: user._id,
  name: user.name,
  duty: user.duty,
  grants: grants.map(grant => presentGrant(grant, now)),
})

import { roleLabel } from '@shared/facts/people/roles'
import { chinaDate } from '@shared/common/period'
import { lastDay, termState } from '@server/domain/term'
import type { Account, Grant } from '@shared/contract/people/grant'
import type { NamedGrant } from '../queries/grants'
import type { UserRow } from '../models/users'

/** Presents to administrators a grant with its person, organisation and term. */
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

/** Presents to administrators an account with its roles; the openid never leaves the server. */
export const presentAccount = (user: UserRow, grants: readonly NamedGrant[], now: Date): Account => ({
  id: user._id,
  name: user.name,
  jobTitle: user.jobTitle,
  grants: grants.map(grant => presentGrant(grant, now)),
})

import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { Role } from '@shared/contract/people/auth'
import { conflict } from '@server/platform/errors'
import { judgeRole } from './changeGrant'
import { RoleGrants } from '../models/roleGrants'
import { newId } from '@server/platform/store/collection'
import type { OrgRow } from '@server/people/orgs'

/** Administrators' roles that an operator appoints first; these administrators appoint all others. */
export const FIRST_ROLES = [
  'system-admin',
  'security-admin',
  'audit-admin',
] as const satisfies readonly Role[]
export type FirstRole = (typeof FIRST_ROLES)[number]

/**
 * Grants a person one of the three administrators' roles 首任三员 in an organisation where the role was never held.
 * @throws AppError 409 when the role was held before; as judgeRole
 */
export async function appointFirst(
  tx: Tx,
  by: Authorised<'grant.give'>,
  userId: string,
  role: FirstRole,
  org: OrgRow,
): Promise<string> {
  if (await tx.of(RoleGrants).findOne({ role, orgCode: org._id }).lean().exec()) {
    throw conflict('already-appointed', `${org.name}已经任命过这个角色，以后请在“账号与角色”里办。`)
  }
  const term = { from: tx.now, to: null }
  await judgeRole(tx, userId, org, { role, ...term })
  const _id = newId('grt')
  await tx
    .of(RoleGrants)
    .create([{ _id, userId, role, orgCode: org._id, ...term, revokedAt: null, version: 0 }])
  await audit(tx, by, { orgCode: org._id, id: _id }, { userId, role, first: 1 })
  return _id
}

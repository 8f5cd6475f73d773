import type { Role } from '@shared/contract/people/auth'
import { conflict } from '@server/platform/errors'
import { audit, type TransactionContext } from '@server/platform/access/commandContext'
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
 * Grants a person one of the three administrators' roles 首任三员 in an organisation where the role was never held. Runs in the
 * caller's transaction.
 * @throws AppError 409 when the role was held before; as judgeRole
 */
export async function appointFirst(
  deed: TransactionContext,
  userId: string,
  role: FirstRole,
  org: OrgRow,
): Promise<string> {
  const { db, clock } = deed.services
  if (await db.of(RoleGrants).findOne({ role, orgCode: org._id }).lean().exec()) {
    throw conflict('already-appointed', `${org.name}已经任命过这个角色，以后请在“账号与角色”里办。`)
  }
  const term = { from: clock.now(), to: null }
  await judgeRole(deed, userId, org, { role, ...term })
  const _id = newId('grt')
  await db
    .of(RoleGrants)
    .create([{ _id, userId, role, orgCode: org._id, ...term, revokedAt: null, version: 0 }])
  await audit(deed, 'role.grant', { orgCode: org._id, id: _id }, { userId, role, first: 1 })
  return _id
}

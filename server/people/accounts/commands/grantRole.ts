import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { afterDay, startOfDay } from '@server/domain/term'
import type { GrantRole } from '@shared/contract/people/grant'
import { isStaffRole } from '../roleRules'
import { judgeRole } from './changeGrant'
import { RoleGrants } from '../models/roleGrants'
import { newId } from '@server/platform/store/collection'
import type { OrgRow } from '@server/people/orgs'

/**
 * Grants a person a role in an organisation for a term; a staff role is 待确认 until a second administrator confirms it.
 * @returns id of the grant
 * @throws AppError 404 `user-not-found`; 422 `role-not-here`; 409 with the conflict
 */
export async function grantRole(
  tx: Tx,
  by: Authorised<'grant.give'>,
  org: OrgRow,
  { userId, role, from, to }: GrantRole,
): Promise<string> {
  const term = { from: startOfDay(from), to: afterDay(to ?? null) }
  await judgeRole(tx, userId, org, { role, ...term })
  const _id = newId('grt')
  await tx.of(RoleGrants).create([
    {
      ...{ _id, userId, role, orgCode: org._id, ...term, revokedAt: null, version: 0 },
      ...{ grantedBy: by.actor.id, unconfirmed: isStaffRole(role) },
    },
  ])
  await audit(tx, by, { orgCode: org._id, id: _id }, { userId, role, from, to: to ?? '' })
  return _id
}

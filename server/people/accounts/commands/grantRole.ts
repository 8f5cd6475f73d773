import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { afterDay, startOfDay } from '@server/domain/term'
import { errorText } from '@shared/texts/errors'
import type { ConfirmGrant, GrantRole } from '@shared/contract/people/grant'
import { isStaffRole } from '../roleRules'
import { NEWCOMER } from '../models/users'
import { type NamedGrant, requireUser } from '../queries/grants'
import { conflict, unprocessable } from '@server/platform/errors'
import { changeGrant, judgeRole } from './changeGrant'
import { RoleGrants } from '../models/roleGrants'
import { newId } from '@server/platform/store/collection'
import type { OrgRow } from '@server/people/orgs'

/** Checks that somebody has registered who the person is: a role of staff is printed with the name. */
async function requireRealName(tx: Tx, userId: string): Promise<void> {
  const { name } = await requireUser(tx, userId, 'userId')
  if (name === NEWCOMER) throw unprocessable('name-not-registered')
}

/**
 * Grants a person a role in an organisation for a term; a staff role is 待确认 until a second administrator confirms it.
 * @returns id of the grant
 * @throws AppError 404 `user-not-found`; 422 `role-not-here`, `name-not-registered`; 409 with the conflict
 */
export async function grantRole(
  tx: Tx,
  by: Authorised<'grant.give'>,
  org: OrgRow,
  { userId, role, from, to }: GrantRole,
): Promise<string> {
  const term = { from: startOfDay(from), to: afterDay(to ?? null) }
  await judgeRole(tx, userId, org, { role, ...term })
  if (isStaffRole(role)) await requireRealName(tx, userId)
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

/**
 * Puts a grant into force 确认任职, as the second of two administrators.
 * @throws AppError 409 `grant-changed` when it was changed, revoked or confirmed meanwhile, or with a conflict of roles
 */
export async function confirmGrant(
  tx: Tx,
  by: Authorised<'grant.confirm'>,
  { grant, org }: NamedGrant,
  { version }: ConfirmGrant,
): Promise<void> {
  if (!grant.unconfirmed) throw conflict('grant-changed', errorText('grant-changed'))
  const { _id: id, userId, role, from, to } = grant
  await judgeRole(tx, userId, org, { id, role, from, to })
  await changeGrant(tx, grant, version, { unconfirmed: false })
  await audit(tx, by, { orgCode: org._id, id }, { userId, role })
}

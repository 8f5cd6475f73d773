import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { RevokeRole } from '@shared/contract/people/grant'
import type { NamedGrant } from '../queries/grants'
import { changeGrant } from './changeGrant'

/**
 * Revokes a role with effect from the next request.
 * @throws AppError 409 `grant-changed` when it was changed or revoked meanwhile
 */
export async function revokeRole(
  tx: Tx,
  by: Authorised<'grant.revoke'>,
  { grant, org }: NamedGrant,
  { version, reason }: RevokeRole,
): Promise<void> {
  await changeGrant(tx, grant, version, { revokedAt: tx.now })
  const target = { orgCode: org._id, id: grant._id }
  await audit(tx, by, target, { userId: grant.userId, role: grant.role, reason })
}

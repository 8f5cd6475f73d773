import type { RevokeRole } from '@shared/contract/people/grant'
import type { NamedGrant } from '../queries/grants'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { changeGrant } from './changeGrant'

/**
 * Revokes a role with effect from the next request. Runs in the caller's transaction.
 * @throws AppError 409 `grant-changed` when it was changed or revoked meanwhile
 */
export async function revokeRole(
  deed: CommandContext,
  { grant, org }: NamedGrant,
  { version, reason }: RevokeRole,
): Promise<void> {
  await changeGrant(deed, grant, version, { revokedAt: deed.services.clock.now() })
  const target = { orgCode: org._id, id: grant._id }
  await audit(deed, 'role.revoke', target, { userId: grant.userId, role: grant.role, reason })
}

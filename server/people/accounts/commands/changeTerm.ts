import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { afterDay, startOfDay } from '@server/domain/term'
import type { ChangeTerm } from '@shared/contract/people/grant'
import type { NamedGrant } from '../queries/grants'
import { isStaffRole } from '../roleRules'
import { changeGrant, judgeRole } from './changeGrant'

/**
 * Moves the beginning or end of a term; one that was over is granted again, and waits for a second administrator.
 * @throws AppError 409 `grant-changed` when it was changed or revoked meanwhile, or with the conflict
 */
export async function changeTerm(
  tx: Tx,
  by: Authorised<'grant.change-term'>,
  { grant, org }: NamedGrant,
  { version, from, to }: ChangeTerm,
): Promise<void> {
  const term = { from: startOfDay(from), to: afterDay(to) }
  await judgeRole(tx, grant.userId, org, { id: grant._id, role: grant.role, ...term })
  const isOver = grant.to !== null && grant.to <= tx.now
  const reopened = isOver && isStaffRole(grant.role) && { grantedBy: by.actor.id, unconfirmed: true }
  await changeGrant(tx, grant, version, { ...term, ...reopened })
  const target = { orgCode: org._id, id: grant._id }
  await audit(tx, by, target, {
    userId: grant.userId,
    role: grant.role,
    from,
    to: to ?? '',
  })
}

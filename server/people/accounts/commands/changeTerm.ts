import { afterDay, startOfDay } from '@server/domain/term'
import type { ChangeTerm } from '@shared/contract/people/grant'
import type { NamedGrant } from '../queries/grants'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { changeGrant, judgeRole } from './changeGrant'

/**
 * Moves the beginning or end of a term. Runs in the caller's transaction; the caller has judged the policy.
 * @throws AppError 409 `grant-changed` when it was changed or revoked meanwhile, or with the conflict
 */
export async function changeTerm(
  deed: CommandContext,
  { grant, org }: NamedGrant,
  { version, from, to }: ChangeTerm,
): Promise<void> {
  const term = { from: startOfDay(from), to: afterDay(to) }
  await judgeRole(deed, grant.userId, org, { id: grant._id, role: grant.role, ...term })
  await changeGrant(deed, grant, version, term)
  const target = { orgCode: org._id, id: grant._id }
  await audit(deed, 'role.change-term', target, {
    userId: grant.userId,
    role: grant.role,
    from,
    to: to ?? '',
  })
}

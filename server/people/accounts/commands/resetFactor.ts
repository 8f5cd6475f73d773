import type { UserRow } from '@server/platform/store/collections'
import { type CommandContext, audit } from '@server/platform/access/commandContext'

/** Takes away a lost authenticator and ends every login of the person. Runs in a transaction. */
export async function resetFactor(deed: CommandContext, user: UserRow, orgCode: string): Promise<void> {
  const { models, clock } = deed.services
  await models.secondFactors.deleteOne({ _id: user._id })
  await models.logins.updateMany({ userId: user._id, endedAt: null }, { endedAt: clock.now() })
  await audit(deed, 'account.reset-factor', { orgCode, id: user._id })
}

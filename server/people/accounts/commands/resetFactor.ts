import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { SecondFactors } from '../models/secondFactors'
import { Logins } from '../models/logins'
import type { UserRow } from '../models/users'

/** Removes a lost authenticator and ends every login of the person. Runs in the caller's transaction. */
export async function resetFactor(deed: CommandContext, user: UserRow, orgCode: string): Promise<void> {
  const { db, clock } = deed.services
  await db.of(SecondFactors).deleteOne({ _id: user._id })
  await db.of(Logins).updateMany({ userId: user._id, endedAt: null }, { endedAt: clock.now() })
  await audit(deed, 'account.reset-factor', { orgCode, id: user._id })
}

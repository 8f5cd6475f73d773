import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { SecondFactors } from '../models/secondFactors'
import { Logins } from '../models/logins'
import type { UserRow } from '../models/users'

/** Removes a lost authenticator and ends every login of the person. */
export async function resetFactor(
  tx: Tx,
  by: Authorised<'account.reset-factor'>,
  user: UserRow,
  orgCode: string,
): Promise<void> {
  await tx.of(SecondFactors).deleteOne({ _id: user._id })
  await tx.of(Logins).updateMany({ userId: user._id, endedAt: null }, { endedAt: tx.now })
  await audit(tx, by, { orgCode, id: user._id })
}

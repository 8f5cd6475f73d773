import { conflict } from '@server/platform/errors'
import type { Tx } from '@server/platform/store/db'
import { AppointmentCodes } from '../models/appointmentCodes'
import { Logins } from '../models/logins'
import { RoleGrants } from '../models/roleGrants'
import { SecondFactors } from '../models/secondFactors'
import { Sessions } from '../models/sessions'
import { Users } from '../models/users'

/** Name in place of a closed account's. */
const CLOSED = '已注销用户'

/**
 * Takes WeChat's id and the name off a closed account and ends its logins; the id stays in records that the law keeps.
 * Refuses staff: their postings have to be revoked first.
 * @throws AppError 409 `account-has-role`
 */
export async function closeAccount(tx: Tx, { userId }: { userId: string }): Promise<void> {
  await tx.of(Users).updateOne(
    { _id: userId },
    {
      $set: { openid: `closed:${userId}`, name: CLOSED, jobTitle: '' },
      $inc: { tokenVersion: 1, rolesVersion: 1 },
    },
  )
  const held = await tx.of(RoleGrants).find({ userId, revokedAt: null }).lean().exec()
  if (held.some(({ role, to }) => role !== 'villager' && (to === null || tx.now < to))) {
    throw conflict('account-has-role')
  }
  await tx.of(RoleGrants).updateMany({ userId, revokedAt: null }, { $set: { revokedAt: tx.now } })
  await tx.of(Sessions).updateMany({ userId, revokedAt: null }, { $set: { revokedAt: tx.now } })
  await tx.of(Logins).updateMany({ userId, endedAt: null }, { $set: { endedAt: tx.now } })
  await tx.of(SecondFactors).deleteMany({ _id: userId })
  await tx.of(AppointmentCodes).deleteMany({ userId })
}

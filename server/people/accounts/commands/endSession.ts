import type { Services } from '@server/platform/services'
import { inTransaction } from '@server/platform/store/transaction'
import { refreshHash } from '@server/platform/access/tokens'
import { Sessions } from '../models/sessions'
import { Logins } from '../models/logins'

/** Ends a login with its access tokens and all its refresh tokens. */
export const endLogin = (services: Services, login: string): Promise<void> =>
  inTransaction(services, async tx => {
    const at = tx.now
    await tx.of(Sessions).updateMany({ family: login, revokedAt: null }, { revokedAt: at })
    await tx.of(Logins).updateOne({ _id: login, endedAt: null }, { endedAt: at })
  })

/** Logs out: ends the login that this refresh token belongs to. Ignores an unknown token. */
export async function endSession(services: Services, refreshToken: string): Promise<void> {
  const tokenHash = refreshHash(refreshToken)
  const row = await services.db.of(Sessions).findOne({ tokenHash }, { family: 1 }).lean()
  if (row) await endLogin(services, row.family)
}

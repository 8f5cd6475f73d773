import type { Services } from '@server/platform/services'
import { inTransaction } from '@server/platform/store/transaction'
import { refreshHash } from '@server/platform/tokens'

/** Ends a login: its access tokens at once, and every refresh token of it. */
export const endLogin = ({ models, clock }: Services, login: string): Promise<void> =>
  inTransaction(models.connection, async () => {
    const at = clock.now()
    await models.sessions.updateMany({ family: login, revokedAt: null }, { revokedAt: at })
    await models.logins.updateOne({ _id: login, endedAt: null }, { endedAt: at })
  })

/** Logs out: ends the login that this refresh token belongs to. An unknown token changes nothing. */
export async function endSession(services: Services, refreshToken: string): Promise<void> {
  const tokenHash = refreshHash(refreshToken)
  const row = await services.models.sessions.findOne({ tokenHash }, { family: 1 }).lean()
  if (row) await endLogin(services, row.family)
}

import type { Services } from '../services'
import { refreshHash } from '../services/tokens'

/** Logs out: ends every token of the login that this refresh token belongs to. An unknown token changes nothing. */
export async function endSession({ models, clock }: Services, refreshToken: string): Promise<void> {
  const row = await models.sessions.findOne({ tokenHash: refreshHash(refreshToken) }, { family: 1 }).lean()
  if (row) {
    await models.sessions.updateMany({ family: row.family, revokedAt: null }, { revokedAt: clock.now() })
    await models.logins.updateOne({ _id: row.family, endedAt: null }, { endedAt: clock.now() })
  }
}

import type { Session } from '@shared/contract/people/auth'
import { unauthorized } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { inTransaction } from '@server/platform/store/transaction'
import { refreshHash } from '@server/platform/access/tokens'
import { actorOfLogin } from '../queries/actor'
import { endLogin } from './endLogins'
import { issueSession } from './issueSession'
import { Sessions, type SessionRow } from '../models/sessions'

const isGood = (row: SessionRow, now: Date) => row.revokedAt === null && row.expiresAt > now

/**
 * Exchanges a refresh token for the next pair. Each token works once.
 * @throws AppError 401 `session-ended`; 401 `session-reused` when it was used before, which ends the whole login; 401
 * `session-idle` when staff were inactive for too long, `session-over` at the end of a web login
 */
export async function refreshSession(services: Services, refreshToken: string): Promise<Session> {
  const tokenHash = refreshHash(refreshToken)
  const row = await services.db.of(Sessions).findOne({ tokenHash }).lean()
  if (!row || !isGood(row, services.clock.now())) throw unauthorized('session-ended')
  const actor = await actorOfLogin(services, row.family)
  if (!actor) throw unauthorized('session-ended')
  const next = await inTransaction(services, async tx => {
    const used = await tx
      .of(Sessions)
      .updateOne({ tokenHash, usedAt: null, revokedAt: null }, { usedAt: tx.now })
    return used.modifiedCount === 1 ? issueSession(tx, services.tokens, row.family, actor) : null
  })
  if (next) return next
  // A reused token was copied; owner and thief cannot be distinguished.
  await endLogin(services, row.family)
  throw unauthorized('session-reused')
}

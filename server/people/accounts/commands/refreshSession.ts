import { type Actor, homeOf } from '@server/platform/access/actor'
import { writeAudit } from '@server/platform/audit/writeAudit'
import type { Session } from '@shared/contract/people/auth'
import { unauthorized } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import type { Tx } from '@server/platform/store/db'
import { inTransaction, singleWrites } from '@server/platform/store/transaction'
import { refreshHash } from '@server/platform/access/tokens'
import { actorOfLogin } from '../queries/actor'
import { endLogin } from './endLogins'
import { issueSession } from './issueSession'
import { Sessions, type SessionRow } from '../models/sessions'

/** Milliseconds in which a used token is taken again: two tabs renew at the same moment, an answer is lost on the way. */
const GRACE_MS = 10_000

const isGood = (row: SessionRow, now: Date) => row.revokedAt === null && row.expiresAt > now

/** Enters a token that was used twice into the operations log. */
const noteReuse = ({ db, clock }: Services, actor: Actor, login: string, requestId: string): Promise<void> =>
  writeAudit(singleWrites(db), clock.now(), {
    outcome: 'refused',
    actorId: actor.id,
    actorName: actor.name,
    action: 'login.reuse',
    orgCode: homeOf(actor) || (actor.roles[0]?.orgCode ?? ''),
    targetId: login,
    requestId,
    detail: { code: 'session-reused' },
  })

/** Checks whether the token was used just now, in a login that goes on. */
async function isGraced(tx: Tx, tokenHash: string): Promise<boolean> {
  const row = await tx.of(Sessions).findOne({ tokenHash }).lean<SessionRow>().exec()
  return !!row?.usedAt && row.revokedAt === null && tx.now.getTime() - row.usedAt.getTime() <= GRACE_MS
}

/**
 * Exchanges a refresh token for the next pair. Each token works once, and for ten seconds more.
 * @throws AppError 401 `session-ended`; 401 `session-reused` when it was used earlier, which ends the whole login; 401
 * `session-idle` when staff were inactive for too long, `session-over` at the end of a web login
 */
export async function refreshSession(
  services: Services,
  refreshToken: string,
  requestId: string,
): Promise<Session> {
  const tokenHash = refreshHash(refreshToken)
  const row = await services.db.of(Sessions).findOne({ tokenHash }).lean()
  if (!row || !isGood(row, services.clock.now())) throw unauthorized('session-ended')
  const actor = await actorOfLogin(services, row.family)
  if (!actor) throw unauthorized('session-ended')
  const next = await inTransaction(services, async tx => {
    const used = await tx
      .of(Sessions)
      .updateOne({ tokenHash, usedAt: null, revokedAt: null }, { usedAt: tx.now })
    const isFirst = used.modifiedCount === 1
    return isFirst || (await isGraced(tx, tokenHash))
      ? issueSession(tx, services.tokens, row.family, actor)
      : null
  })
  if (next) return next
  // A reused token was copied; owner and thief cannot be distinguished.
  await endLogin(services, row.family)
  await noteReuse(services, actor, row.family, requestId)
  throw unauthorized('session-reused')
}

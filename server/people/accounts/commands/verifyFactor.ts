import { errorText } from '@shared/texts/errors'
import { AppError, conflict, unprocessable } from '@server/platform/errors'
import { homeOf } from '@server/platform/access/actor'
import { writeAudit } from '@server/platform/audit/writeAudit'
import { stepOf } from '../secondFactor/code'
import { type Judgement, verifyCode } from '../secondFactor/verifyCode'
import { createVault } from '../secondFactor/vault'
import { inTransaction } from '@server/platform/store/transaction'
import type { CommandContext } from '@server/platform/access/commandContext'
import { SecondFactors, type SecondFactorRow } from '../models/secondFactors'
import { Logins } from '../models/logins'

const ERRORS = { wrong: 'code-wrong', used: 'code-used', locked: 'factor-locked' } as const

/** Returns the time step of a code. @throws AppError 409 `factor-unreadable` when the server's key has changed */
function stepFor(
  { actor, services }: CommandContext,
  { sealed }: SecondFactorRow,
  code: string,
): number | null {
  let secret: string
  try {
    secret = createVault(services.config.secondFactor.key).open(sealed, actor.id)
  } catch {
    throw conflict('factor-unreadable')
  }
  return stepOf(secret, code, services.clock.now())
}

/** Stores the result of the code in the person's history, the login and the audit log. */
async function keep(deed: CommandContext, row: SecondFactorRow, { verdict, next }: Judgement): Promise<void> {
  const { actor, services, requestId } = deed
  const { db, clock } = services
  const good = verdict === 'good'
  if (row.lockedUntil && next.lockedUntil === row.lockedUntil) return
  const confirmedAt = row.confirmedAt ?? (good ? clock.now() : null)
  await db.of(SecondFactors).updateOne({ _id: row._id }, { ...next, wrongAt: [...next.wrongAt], confirmedAt })
  if (good) await db.of(Logins).updateOne({ _id: actor.login }, { secondFactorAt: clock.now() })
  await writeAudit(services, {
    outcome: good ? 'done' : 'refused',
    actorId: actor.id,
    actorName: actor.name,
    action: 'account.verify-factor',
    orgCode: homeOf(actor),
    targetId: actor.id,
    requestId,
    detail: verdict === 'good' ? null : { code: ERRORS[verdict] },
  })
}

function refusalOf({ verdict, next, left }: Judgement, now: Date): AppError | null {
  if (verdict === 'good') return null
  if (verdict !== 'locked') {
    return unprocessable(ERRORS[verdict], `${errorText(ERRORS[verdict])}还可以试 ${left} 次。`)
  }
  const seconds = Math.max(1, Math.ceil((next.lockedUntil!.getTime() - now.getTime()) / 1000))
  const message = `动态码输错太多次，请 ${Math.ceil(seconds / 60)} 分钟后再试。`
  return new AppError(429, 'factor-locked', [], message, { 'Retry-After': String(seconds) })
}

/**
 * Verifies a code of the person's authenticator app: the first valid one confirms the enrolment, each one unlocks the login
 * it was sent with. Runs in its own transaction, so that a wrong code is recorded too.
 * @throws AppError 409 `factor-not-enrolled`, `factor-unreadable`; 422 `code-wrong`, `code-used`; 429 `factor-locked`
 */
export async function verifyFactor(deed: CommandContext, code: string): Promise<void> {
  const { db, clock } = deed.services
  const judged = await inTransaction(db.connection, async () => {
    const row = await db.of(SecondFactors).findById(deed.actor.id).lean<SecondFactorRow>().exec()
    if (!row) throw conflict('factor-not-enrolled')
    const judgement = verifyCode(row, stepFor(deed, row, code), clock.now())
    await keep(deed, row, judgement)
    return judgement
  })
  const refusal = refusalOf(judged, clock.now())
  if (refusal) throw refusal
}

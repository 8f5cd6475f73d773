import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { errorText } from '@shared/texts/errors'
import { AppError, conflict, unprocessable } from '@server/platform/errors'
import { homeOf } from '@server/platform/access/actor'
import { writeAudit } from '@server/platform/audit/writeAudit'
import type { Services } from '@server/platform/services'
import { stepOf } from '../secondFactor/code'
import { type Judgement, verifyCode } from '../secondFactor/verifyCode'
import { recoveryHash } from '../secondFactor/recovery'
import { createVault } from '../secondFactor/vault'
import { inTransaction } from '@server/platform/store/transaction'
import { SecondFactors, type SecondFactorRow } from '../models/secondFactors'
import { Logins } from '../models/logins'

type By = Authorised<'account.verify-factor' | 'account.recover'>

const ERRORS = { wrong: 'code-wrong', used: 'code-used', locked: 'factor-locked' } as const
const RECOVERY_ERRORS = { ...ERRORS, wrong: 'recovery-wrong' } as const

const errorsOf = ({ action }: By) => (action === 'account.recover' ? RECOVERY_ERRORS : ERRORS)

/** Returns the time step of a code. @throws AppError 409 `factor-unreadable` when the server's key has changed */
function stepFor(key: Buffer, { _id, sealed }: SecondFactorRow, code: string, now: Date): number | null {
  let secret: string
  try {
    secret = createVault(key).open(sealed, _id)
  } catch {
    throw conflict('factor-unreadable')
  }
  return stepOf(secret, code, now)
}

/** Stores the result of the code in the person's history, the login and the audit log. */
async function keep(tx: Tx, by: By, row: SecondFactorRow, { verdict, next }: Judgement): Promise<void> {
  const { actor, requestId, action } = by
  const good = verdict === 'good'
  if (row.lockedUntil && next.lockedUntil === row.lockedUntil) return
  const confirmedAt = row.confirmedAt ?? (good ? tx.now : null)
  await tx.of(SecondFactors).updateOne({ _id: row._id }, { ...next, wrongAt: [...next.wrongAt], confirmedAt })
  if (good) await tx.of(Logins).updateOne({ _id: actor.login }, { secondFactorAt: tx.now })
  await writeAudit(tx, tx.now, {
    outcome: good ? 'done' : 'refused',
    actorId: actor.id,
    actorName: actor.name,
    action,
    orgCode: homeOf(actor),
    targetId: actor.id,
    requestId,
    detail: verdict === 'good' ? null : { code: errorsOf(by)[verdict] },
  })
}

function refusalOf(by: By, { verdict, next, left }: Judgement, now: Date): AppError | null {
  if (verdict === 'good') return null
  if (verdict !== 'locked') {
    const code = errorsOf(by)[verdict]
    return unprocessable(code, `${errorText(code)}还可以试 ${left} 次。`)
  }
  const seconds = Math.max(1, Math.ceil((next.lockedUntil!.getTime() - now.getTime()) / 1000))
  const message = `输错太多次，请 ${Math.ceil(seconds / 60)} 分钟后再试。`
  return new AppError(429, 'factor-locked', [], message, { 'Retry-After': String(seconds) })
}

/**
 * Verifies a code of the person's authenticator app: the first valid one confirms the enrolment, each one unlocks the login
 * it was sent with. Runs in its own transaction, so that a wrong code is recorded too.
 * @throws AppError 409 `factor-not-enrolled`, `factor-unreadable`; 422 `code-wrong`, `code-used`; 429 `factor-locked`
 */
export async function verifyFactor(services: Services, by: By, code: string): Promise<void> {
  const judged = await inTransaction(services, async tx => {
    const row = await tx.of(SecondFactors).findById(by.actor.id).lean<SecondFactorRow>().exec()
    if (!row) throw conflict('factor-not-enrolled')
    const judgement = verifyCode(row, stepFor(services.config.secondFactor.key, row, code, tx.now), tx.now)
    await keep(tx, by, row, judgement)
    return judgement
  })
  const refusal = refusalOf(by, judged, services.clock.now())
  if (refusal) throw refusal
}

/**
 * Takes a recovery code in place of the app's: it unlocks the login and is used up. Wrong ones count like wrong codes.
 * @throws AppError 409 `factor-not-enrolled`; 422 `recovery-wrong`; 429 `factor-locked`
 */
export async function recoverFactor(
  services: Services,
  by: Authorised<'account.recover'>,
  code: string,
): Promise<void> {
  const hash = recoveryHash(services.config.secondFactor.key, by.actor.id, code)
  const judged = await inTransaction(services, async tx => {
    const row = await tx.of(SecondFactors).findById(by.actor.id).lean<SecondFactorRow>().exec()
    if (!row?.confirmedAt) throw conflict('factor-not-enrolled')
    const known = row.recovery?.includes(hash) ?? false
    // A recovery code has no time step: a good one counts as the next after the last.
    const judgement = verifyCode(row, known ? row.lastStep + 1 : null, tx.now)
    const next = { ...judgement.next, lastStep: row.lastStep }
    await keep(tx, by, row, { ...judgement, next })
    if (judgement.verdict === 'good') {
      await tx.of(SecondFactors).updateOne({ _id: row._id }, { $pull: { recovery: hash } })
    }
    return judgement
  })
  const refusal = refusalOf(by, judged, services.clock.now())
  if (refusal) throw refusal
}

import type { FactorSecret } from '@shared/contract/people/auth'
import { conflict } from '@server/platform/errors'
import { enrolUrl, newSecret } from '../secondFactor/code'
import { createVault } from '../secondFactor/vault'
import { inTransaction } from '@server/platform/store/transaction'
import { homeOf } from '@server/platform/access/actor'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { SecondFactors } from '../models/secondFactors'

/**
 * Creates the secret for a person's authenticator app and returns it once. It takes effect with the first valid code; until
 * then the next call creates another. Runs in its own transaction: a response with a secret must not be stored.
 * @throws AppError 409 `factor-enrolled`
 */
export async function enrolFactor(deed: CommandContext): Promise<FactorSecret> {
  const { actor, services } = deed
  const { db, clock, config } = services
  const secret = newSecret()
  const sealed = createVault(config.secondFactor.key).seal(secret, actor.id)
  await inTransaction(db.connection, async () => {
    const row = await db.of(SecondFactors).findById(actor.id).lean().exec()
    if (row?.confirmedAt) throw conflict('factor-enrolled')
    const fresh = { sealed, createdAt: clock.now(), confirmedAt: null }
    if (row) await db.of(SecondFactors).updateOne({ _id: actor.id }, fresh)
    else {
      await db
        .of(SecondFactors)
        .create([{ _id: actor.id, ...fresh, lastStep: 0, wrongAt: [], lockedUntil: null }])
    }
    await audit(deed, 'account.enrol-factor', { orgCode: homeOf(actor), id: actor.id })
  })
  return { secret, url: enrolUrl(secret, actor.name) }
}

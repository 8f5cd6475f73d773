import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Services } from '@server/platform/services'
import { moduleSvg } from '@shared/common/moduleSvg'
import { qrModules } from '@shared/presentation/qrModules'
import type { FactorSecret } from '@shared/contract/people/auth'
import { conflict } from '@server/platform/errors'
import { enrolUrl, newSecret } from '../secondFactor/code'
import { createVault } from '../secondFactor/vault'
import { inTransaction } from '@server/platform/store/transaction'
import { homeOf } from '@server/platform/access/actor'
import { SecondFactors } from '../models/secondFactors'

/**
 * Creates the secret for a person's authenticator app and returns it once. It takes effect with the first valid code; until
 * then the next call creates another. Runs in its own transaction: a response with a secret must not be stored.
 * @throws AppError 409 `factor-enrolled`
 */
export async function enrolFactor(
  services: Services,
  by: Authorised<'account.enrol-factor'>,
): Promise<FactorSecret> {
  const { actor } = by
  const secret = newSecret()
  const sealed = createVault(services.config.secondFactor.key).seal(secret, actor.id)
  await inTransaction(services, async tx => {
    const row = await tx.of(SecondFactors).findById(actor.id).lean().exec()
    if (row?.confirmedAt) throw conflict('factor-enrolled')
    const fresh = { sealed, createdAt: tx.now, confirmedAt: null }
    if (row) await tx.of(SecondFactors).updateOne({ _id: actor.id }, fresh)
    else {
      await tx
        .of(SecondFactors)
        .create([{ _id: actor.id, ...fresh, lastStep: 0, wrongAt: [], lockedUntil: null }])
    }
    await audit(tx, by, { orgCode: homeOf(actor), id: actor.id })
  })
  const url = enrolUrl(secret, actor.name)
  return { secret, url, picture: moduleSvg(qrModules(url)) }
}

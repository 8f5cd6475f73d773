import { homeOf } from '@server/platform/access/actor'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { inTransaction } from '@server/platform/store/transaction'
import { SecondFactors } from '../models/secondFactors'
import { newRecoveryCodes, recoveryHash } from '../secondFactor/recovery'

/**
 * Replaces the person's recovery codes and returns the new ones, once. Needs a login that has passed the second factor: a stolen
 * session must not make its own way around it.
 * @throws AppError 409 `factor-not-given`
 */
export async function makeRecoveryCodes(
  services: Services,
  by: Authorised<'account.recovery-codes'>,
): Promise<string[]> {
  const { actor } = by
  if (actor.secondFactor !== 'given') throw conflict('factor-not-given')
  const codes = newRecoveryCodes()
  const recovery = codes.map(code => recoveryHash(services.config.secondFactor.key, actor.id, code))
  await inTransaction(services, async tx => {
    await tx.of(SecondFactors).updateOne({ _id: actor.id }, { recovery })
    await audit(tx, by, { orgCode: homeOf(actor), id: actor.id })
  })
  return codes
}

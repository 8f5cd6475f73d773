import { AGREEMENT_KEPT_YEARS } from '@shared/facts/people/policies/inForce'
import type { AgreementKind } from '@shared/contract/people/agreement'
import { newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import { type Stores, isDuplicate, singleWrites } from '@server/platform/store/transaction'
import { Agreements, type AgreementRow } from '../models/agreements'
import { requireInForce } from '../queries/agreements'

interface Given {
  userId: string
  kind: AgreementKind
  version: string
}

const rowOf = (given: Given, at: Date): AgreementRow => ({
  _id: newId('agr'),
  ...given,
  at,
  expiresAt: null,
})

/**
 * Records the agreement that comes with a login, before the login's own transaction; an earlier record stays as it is.
 * @throws AppError 409 `agreement-outdated`
 */
export async function recordAgreementAtLogin({ db, clock }: Stores, given: Given): Promise<void> {
  requireInForce(given.kind, given.version)
  const { userId, kind, version } = given
  if (await db.of(Agreements).exists({ userId, kind, version })) return
  try {
    await singleWrites(db)
      .of(Agreements)
      .create([rowOf(given, clock.now())])
  } catch (error) {
    if (!isDuplicate(error, 'agreements')) throw error
  }
}

/**
 * Records that the person agreed to the version in force; an earlier record of it stays as it is.
 * @throws AppError 409 `agreement-outdated`
 */
export async function recordAgreement(tx: Tx, given: Given): Promise<AgreementRow> {
  const { userId, kind, version } = given
  requireInForce(kind, version)
  const known = await tx.of(Agreements).findOne({ userId, kind, version }).lean<AgreementRow>().exec()
  if (known) return known
  const row = rowOf(given, tx.now)
  await tx.of(Agreements).create([row])
  return row
}

/** Keeps the agreements of a closed account as evidence for some years, then lets them expire. */
export async function expireAgreements(tx: Tx, { userId }: { userId: string }): Promise<void> {
  const expiresAt = new Date(tx.now)
  expiresAt.setUTCFullYear(expiresAt.getUTCFullYear() + AGREEMENT_KEPT_YEARS)
  await tx.of(Agreements).updateMany({ userId }, { $set: { expiresAt } })
}

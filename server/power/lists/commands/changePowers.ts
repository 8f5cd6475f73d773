import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { conflict } from '@server/platform/errors'
import type { PowerPlace } from '../queries/powerLists'
import { isDuplicate } from '@server/platform/store/transaction'
import { PowerLists, type PowerListRow } from '../models/powerLists'
import type { AuditRow } from '@server/platform/audit/auditEntries'
import type { Action } from '../policy'

interface Change {
  /** Version of the list that the person saw. */
  seen: number
  detail: AuditRow['detail']
  set: Partial<Pick<PowerListRow, 'items' | 'off' | 'adopted' | 'inForce' | 'taken'>>
}

/**
 * Changes a power list by compare-and-set on its version and writes one audit entry.
 * @throws AppError 409 `power-list-changed`
 */
export async function changePowers(
  tx: Tx,
  by: Authorised<Action & `powerList.${string}`>,
  { org, list }: PowerPlace,
  { seen, detail, set }: Change,
): Promise<void> {
  if (list.version !== seen) throw conflict('power-list-changed')
  const next = { ...set, version: seen + 1, updatedAt: tx.now }
  if (seen === 0) {
    await tx
      .of(PowerLists)
      .create([{ ...list, ...next }])
      .catch((error: unknown) => {
        throw isDuplicate(error, 'powerLists') ? conflict('power-list-changed') : error
      })
  } else {
    const { modifiedCount } = await tx
      .of(PowerLists)
      .updateOne({ _id: org._id, version: seen }, { $set: next })
    if (modifiedCount !== 1) throw conflict('power-list-changed')
  }
  await audit(tx, by, { orgCode: org._id, id: org._id }, detail)
}

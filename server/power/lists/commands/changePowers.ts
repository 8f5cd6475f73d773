import { conflict } from '@server/platform/errors'
import type { PowerPlace } from '../queries/powerLists'
import { isDuplicate } from '@server/platform/store/transaction'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { PowerLists, type PowerListRow } from '../models/powerLists'
import type { AuditRow } from '@server/platform/audit/auditEntries'
import type { Action } from '../policy'

interface Change {
  /** Version of the list that the person saw. */
  seen: number
  action: Action & `power.${string}`
  detail: AuditRow['detail']
  set: Partial<Pick<PowerListRow, 'items' | 'off' | 'adopted' | 'inForce' | 'taken'>>
}

/**
 * Changes a power list by compare-and-set on its version and writes one audit entry. Runs in the caller's transaction.
 * @throws AppError 409 `power-list-changed`
 */
export async function changePowers(
  deed: CommandContext,
  { org, list }: PowerPlace,
  { seen, action, detail, set }: Change,
): Promise<void> {
  const { db, clock } = deed.services
  if (list.version !== seen) throw conflict('power-list-changed')
  const next = { ...set, version: seen + 1, updatedAt: clock.now() }
  if (seen === 0) {
    await db
      .of(PowerLists)
      .create([{ ...list, ...next }])
      .catch((error: unknown) => {
        throw isDuplicate(error, 'powerLists') ? conflict('power-list-changed') : error
      })
  } else {
    const { modifiedCount } = await db
      .of(PowerLists)
      .updateOne({ _id: org._id, version: seen }, { $set: next })
    if (modifiedCount !== 1) throw conflict('power-list-changed')
  }
  await audit(deed, action, { orgCode: org._id, id: org._id }, detail)
}

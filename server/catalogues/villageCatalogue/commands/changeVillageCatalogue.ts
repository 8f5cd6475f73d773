import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { ListState } from '@server/domain/villageCatalogue/lines'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { listOf } from '../queries/villageCatalogue'
import { isDuplicate } from '@server/platform/store/transaction'
import { VillageCatalogues, type VillageCatalogueRow } from '../models/villageCatalogues'
import type { AuditRow } from '@server/platform/audit/auditEntries'
import type { Action } from '../policy'
import type { OrgRow } from '@server/people/orgs'

interface Change {
  org: OrgRow
  /** Version that the person saw. */
  seen: number
  detail: AuditRow['detail']
  /** Returns the new state; throws when the change is not allowed. */
  change: (list: VillageCatalogueRow) => ListState
}

const MOST_LINES = 1000
const TOO_LONG = { code: 'list-too-long', message: `村里的目录最多 ${MOST_LINES} 项。` }

const withMe = (names: readonly string[], name: string) => [...new Set([...names, name])]

/**
 * Changes a draft village catalogue 编制: compare-and-set on its version, one audit entry. Puts nothing into force.
 * @throws AppError 409 `list-changed`, 422 for a catalogue over the size limit
 */
export async function changeList(
  tx: Tx,
  by: Authorised<Action & `villageCatalogue.${string}`>,
  { org, seen, detail, change }: Change,
): Promise<void> {
  const list = await listOf(tx, org._id)
  if (list.version !== seen) throw conflict('list-changed')
  const { items, removed } = change(list)
  if (items.length > MOST_LINES) throw requirementsUnmet([TOO_LONG])
  const next = {
    version: seen + 1,
    items: [...items],
    removed: [...removed],
    writers: withMe(list.writers, by.actor.id),
    writerNames: withMe(list.writerNames, by.actor.name),
    updatedAt: tx.now,
  }
  if (seen === 0) {
    await tx
      .of(VillageCatalogues)
      .create([{ _id: org._id, inForce: 0, ...next }])
      .catch((error: unknown) => {
        throw isDuplicate(error, 'villageCatalogues') ? conflict('list-changed') : error
      })
  } else {
    const { modifiedCount } = await tx
      .of(VillageCatalogues)
      .updateOne({ _id: org._id, version: seen }, { $set: next })
    if (modifiedCount !== 1) throw conflict('list-changed')
  }
  await audit(tx, by, { orgCode: org._id, id: org._id }, detail)
}

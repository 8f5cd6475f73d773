import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { newId } from '@server/platform/store/collection'
import { OrgChanges, type KeptField } from '../models/orgChanges'

/** A field with its old and its new words; empty: nothing. */
export interface FieldChange {
  field: KeptField
  from: string
  to: string
}

/** Keeps who changed what of an organisation, field by field. */
export async function noteChanges(
  tx: Tx,
  { actor }: Authorised,
  orgCode: string,
  changes: readonly FieldChange[],
): Promise<void> {
  const by = { at: tx.now, by: actor.id, byName: actor.name }
  const rows = changes.map(change => ({ _id: newId('och'), orgCode, ...by, ...change }))
  if (rows.length > 0) await tx.of(OrgChanges).insertMany(rows)
}

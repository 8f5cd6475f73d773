import type { Tx } from '@server/platform/store/db'
import { CatalogueItems, type CatalogueItemRow } from '../models/catalogueItems'
import { Catalogues, type CatalogueRow } from '../models/catalogues'

/** Ends a version in force; `on`: its last day, ISO date. */
export async function endVersion(tx: Tx, _id: string, on: string): Promise<void> {
  await tx.of(Catalogues).updateOne({ _id }, { active: false, effectiveTo: on })
}

/**
 * Stores a new immutable version of one area of a village's own catalogue 村（居）公开清单.
 * @throws MongoServerError 11000 on `catalogues` after a concurrent activation
 */
export async function storeVillageVersion(
  tx: Tx,
  { catalogue, items }: { catalogue: CatalogueRow; items: readonly CatalogueItemRow[] },
): Promise<void> {
  await tx.of(Catalogues).create([catalogue])
  await tx.of(CatalogueItems).insertMany([...items])
}

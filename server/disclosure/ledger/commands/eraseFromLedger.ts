import type { Tx } from '@server/platform/store/db'
import { appendToLedger } from './appendToLedger'
import { laterFact } from '../facts'
import { LedgerEntries, LedgerSecrets, type LedgerEntryRow, placeId } from '../models/ledgerEntries'

/**
 * Erases the salts that open an entry's commitments, as required by law (PIPL §47). Entry and tree stay unchanged; a
 * further entry records the legal basis; returned with the edition. Runs in the caller's transaction, which removes the values from publication
 * and revisions.
 * @throws Error when there is no such entry
 */
export async function eraseFromLedger(
  tx: Tx,
  { index, basis, at }: { index: number; basis: string; at: Date },
): Promise<LedgerEntryRow> {
  const _id = placeId('led', index)
  const entry = await tx.of(LedgerEntries).findById(_id).lean<LedgerEntryRow>().exec()
  if (!entry) throw new Error(`the ledger has no entry ${index}`)
  await tx.of(LedgerSecrets).deleteOne({ _id })
  const [erasure] = await appendToLedger(tx, laterFact(entry, { event: 'erase', basis, at }))
  const { index: last, recordedAt } = erasure!
  return { ...entry, index: last, recordedAt }
}

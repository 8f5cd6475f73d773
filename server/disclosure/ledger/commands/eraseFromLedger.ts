import type { LedgerEntry } from '@shared/contract/disclosure/ledger'
import type { Db } from '@server/platform/store/db'
import { appendToLedger } from './appendToLedger'
import { laterFact } from '../facts'
import { LedgerEntries, LedgerSecrets, type LedgerEntryRow, placeId } from '../models/ledgerEntries'

/**
 * Erases by law (PIPL §47) what opens an entry's commitments: the salts go, the entry and the tree stay as they are, and
 * a further entry names the legal basis. Runs in the transaction that takes the values out of publication and revisions.
 * @throws Error when there is no such entry
 */
export async function eraseFromLedger(
  db: Db,
  { index, basis, at }: { index: number; basis: string; at: Date },
): Promise<LedgerEntry> {
  const _id = placeId('led', index)
  const entry = await db.of(LedgerEntries).findById(_id).lean<LedgerEntryRow>().exec()
  if (!entry) throw new Error(`the ledger has no entry ${index}`)
  await db.of(LedgerSecrets).deleteOne({ _id })
  return appendToLedger(db, laterFact(entry, { event: 'erase', basis, at }))
}

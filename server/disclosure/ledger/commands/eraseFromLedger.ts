import type { LedgerEntry } from '@shared/contract/disclosure/ledger'
import { type LedgerEntryRow, type Models, placeId } from '@server/platform/store/collections'
import { appendToLedger } from './appendToLedger'
import { laterFact } from '../facts'

/**
 * Erases by law (PIPL §47) what opens an entry's commitments: the salts go, the entry and the tree stay as they are, and
 * a further entry names the legal basis. Runs in the transaction that takes the values out of publication and revisions.
 * @throws Error when there is no such entry
 */
export async function eraseFromLedger(
  models: Models,
  { index, basis, at }: { index: number; basis: string; at: Date },
): Promise<LedgerEntry> {
  const _id = placeId('led', index)
  const entry = await models.ledgerEntries.findById(_id).lean<LedgerEntryRow>().exec()
  if (!entry) throw new Error(`the ledger has no entry ${index}`)
  await models.ledgerSecrets.deleteOne({ _id })
  return appendToLedger(models, laterFact(entry, { event: 'erase', basis, at }))
}

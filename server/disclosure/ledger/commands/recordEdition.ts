import type { Tx } from '@server/platform/store/db'
import { laterFact, publicationFact } from '../facts'
import { entryOf } from '../queries/ledger'
import { appendToLedger } from './appendToLedger'
import type { PublicationRow } from '@server/disclosure/publications'

/** Records a published edition in the ledger 存证账本. */
export async function recordEdition(tx: Tx, edition: PublicationRow): Promise<void> {
  await appendToLedger(tx, publicationFact(edition))
}

interface Withdrawn {
  noticeId: string
  edition: number
  basis: string
  at: Date
}

/** Records the withdrawal of an edition that is in the ledger. */
export async function recordWithdrawal(tx: Tx, { noticeId, edition, basis, at }: Withdrawn): Promise<void> {
  const entry = await entryOf(tx, noticeId, edition)
  if (entry) await appendToLedger(tx, laterFact(entry, { event: 'withdraw', basis, at }))
}

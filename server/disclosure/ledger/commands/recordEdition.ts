import type { Db } from '@server/platform/store/db'
import { laterFact, publicationFact } from '../facts'
import { entryOf } from '../queries/ledger'
import { appendToLedger } from './appendToLedger'
import type { PublicationRow } from '@server/disclosure/publications'

/** Records a published edition in the ledger 存证账本. */
export async function recordEdition(db: Db, edition: PublicationRow): Promise<void> {
  await appendToLedger(db, publicationFact(edition))
}

interface Withdrawn {
  noticeId: string
  edition: number
  basis: string
  at: Date
}

/** Records the withdrawal of an edition that is in the ledger. */
export async function recordWithdrawal(db: Db, { noticeId, edition, basis, at }: Withdrawn): Promise<void> {
  const entry = await entryOf(db, noticeId, edition)
  if (entry) await appendToLedger(db, laterFact(entry, { event: 'withdraw', basis, at }))
}

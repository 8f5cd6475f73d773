import type { Db } from '@server/platform/store/db'
import { laterFact, publicationFact } from '../facts'
import { entryOf } from '../queries/ledger'
import { appendToLedger } from './appendToLedger'
import type { PublicationRow } from '@server/disclosure/publications'

/** Enters a published edition into the ledger 存证账本. */
export async function recordEdition(db: Db, edition: PublicationRow): Promise<void> {
  await appendToLedger(db, publicationFact(edition))
}

interface Withdrawn {
  noticeId: string
  edition: number
  basis: string
  at: Date
}

/** Enters the withdrawal of an edition that the ledger knows. */
export async function recordWithdrawal(db: Db, { noticeId, edition, basis, at }: Withdrawn): Promise<void> {
  const entry = await entryOf(db, noticeId, edition)
  if (entry) await appendToLedger(db, laterFact(entry, { event: 'withdraw', basis, at }))
}

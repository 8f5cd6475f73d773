import { noticeFault } from '@shared/ledger/verify'
import type { NoticeProof } from '@shared/contract/disclosure/ledger'
import type { NoticePage } from '@shared/contract/reading/site'

/**
 * - `pending`: the proof is on its way
 * - `proved`: the blocks shown have the hash that the ledger commits to
 * - `wrong`: they have another one, or the proof is false
 * - `away`: the ledger cannot be reached
 * - `none`: the edition is older than the ledger
 */
export type LedgerCheck = 'pending' | 'proved' | 'wrong' | 'away' | 'none'

/** Compares the hash of what is shown with the ledger's commitment 核验, without trusting the server. */
export function checkShown(
  { notice }: Pick<NoticePage, 'notice'>,
  shown: string,
  proof: NoticeProof,
): LedgerCheck {
  const fault = noticeFault({ noticeId: notice.id, edition: notice.edition, presentedSha256: shown }, proof)
  return fault === null ? 'proved' : 'wrong'
}

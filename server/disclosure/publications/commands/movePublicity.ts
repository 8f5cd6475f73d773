import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { noteMove } from '@server/disclosure/holidays'
import type { PublicityMoved } from '@shared/contract/disclosure/notice'
import { Publications, type PublicationRow } from '../models/publications'
import { endOf } from '../shownContent'

/**
 * Stores the end of a publicity period 公示期 as recomputed, in addition to the one that the ledger commits to, and leaves its
 * trace.
 */
export async function movePublicity(
  tx: Tx,
  by: Authorised<'holidays.move'>,
  edition: Pick<PublicationRow, '_id' | 'noticeId' | 'orgCode' | 'publicity' | 'publicityMoved'>,
  publicityMoved: PublicityMoved,
): Promise<void> {
  await tx.of(Publications).updateOne({ _id: edition._id }, { $set: { publicityMoved } })
  const days = { from: endOf(edition).endsOn, to: publicityMoved.endsOn }
  await noteMove(tx, by, { orgCode: edition.orgCode, id: edition.noticeId }, '公示期', days)
}

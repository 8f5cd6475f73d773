import type { Tx } from '@server/platform/store/db'
import type { Tombstone } from '@shared/contract/disclosure/notice'
import { editionPublished } from '../events'
import { type PublicationRow, Publications } from '../models/publications'

/** Makes an edition public in place of the former one and emits `editionPublished`. */
export async function storeEdition(tx: Tx, edition: PublicationRow): Promise<void> {
  await tx.of(Publications).updateMany({ noticeId: edition.noticeId, live: true }, { live: false })
  await tx.of(Publications).create([edition])
  await tx.emit(editionPublished, edition)
}

/** Blanks the words of a withdrawn edition; the verifier knows which fields are blank. */
export async function blankEdition(
  tx: Tx,
  { _id, period }: PublicationRow,
  withdrawn: Tombstone,
): Promise<void> {
  const content = { title: '', period, blocks: [] }
  await tx
    .of(Publications)
    .updateOne({ _id }, { $set: { live: false, withdrawn, title: '', sentence: '', content, grams: [] } })
}

/** Deletes the row of an edition by law 依法删除. */
export async function eraseStoredEdition(tx: Tx, noticeId: string, edition: number): Promise<void> {
  await tx.of(Publications).deleteOne({ noticeId, edition })
}

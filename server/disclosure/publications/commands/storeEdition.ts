import type { Tx } from '@server/platform/store/db'
import type { Tombstone } from '@shared/contract/disclosure/notice'
import { editionPublished } from '../events'
import { PresentedRecords } from '../models/presentedRecords'
import { type PublicationRow, Publications } from '../models/publications'
import type { NewEdition } from '../newEdition'

/** Makes an edition public in place of the former one and emits `editionPublished`. */
export async function storeEdition(tx: Tx, { publication, record }: NewEdition): Promise<void> {
  await tx.of(Publications).updateMany({ noticeId: publication.noticeId, live: true }, { live: false })
  await tx.of(Publications).create([publication])
  await tx.of(PresentedRecords).create([record])
  await tx.emit(editionPublished, publication)
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
  await tx.of(PresentedRecords).deleteOne({ _id })
}

/** Deletes the row of an edition by law 依法删除. */
export async function eraseStoredEdition(tx: Tx, noticeId: string, edition: number): Promise<void> {
  const row = await tx
    .of(Publications)
    .findOneAndDelete({ noticeId, edition }, { projection: { _id: 1 } })
    .exec()
  if (row) await tx.of(PresentedRecords).deleteOne({ _id: row._id })
}

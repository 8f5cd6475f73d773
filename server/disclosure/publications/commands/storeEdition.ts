import type { Tombstone } from '@shared/contract/disclosure/notice'
import type { Db } from '@server/platform/store/db'
import { editionPublished } from '../events'
import { type PublicationRow, Publications } from '../models/publications'

/** Makes an edition public in place of the former one and emits `editionPublished`. */
export async function storeEdition(db: Db, edition: PublicationRow): Promise<void> {
  await db.of(Publications).updateMany({ noticeId: edition.noticeId, live: true }, { live: false })
  await db.of(Publications).create([edition])
  await db.emit(editionPublished, edition)
}

/** Blanks the words of a withdrawn edition; the verifier knows which fields are blank. */
export async function blankEdition(
  db: Db,
  { _id, period }: PublicationRow,
  withdrawn: Tombstone,
): Promise<void> {
  const content = { title: '', period, blocks: [] }
  await db
    .of(Publications)
    .updateOne({ _id }, { $set: { live: false, withdrawn, title: '', sentence: '', content, grams: [] } })
}

/** Deletes the row of an edition by law 依法删除. */
export async function eraseStoredEdition(db: Db, noticeId: string, edition: number): Promise<void> {
  await db.of(Publications).deleteOne({ noticeId, edition })
}

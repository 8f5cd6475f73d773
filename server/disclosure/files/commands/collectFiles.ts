import { trusted } from 'mongoose'
import { forgetAnswersAbout } from '@server/platform/idempotency/forgetAnswers'
import { PICTURE_SIZES } from '@shared/facts/disclosure/attachments'
import { type Authorised, systemActs } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { UNREFERENCED } from '@server/platform/store/collection'
import type { Db, Tx } from '@server/platform/store/db'
import { dropPictureCheck } from './checkPictures'
import { publicationsFiles } from '../queries/files'
import { filesInUse } from '../events'
import { FileChunks, FileContents, Files, type FileRow } from '../models/files'
import { FilePictures } from '../models/filePictures'
import type { Erased } from '@server/disclosure/publications'

/** Files of one transaction. */
const BATCH = 50

/** Removes the content that no organisation's file has any more. */
async function removeContent(tx: Tx, sha256: string): Promise<void> {
  if (await tx.of(Files).exists({ sha256 })) return
  await tx.of(FileChunks).deleteMany({ sha256 }).setOptions(UNREFERENCED)
  for (const size of PICTURE_SIZES) {
    await tx
      .of(FilePictures)
      .deleteOne({ _id: `${sha256}/${size}` })
      .setOptions(UNREFERENCED)
  }
  await tx.of(FileContents).deleteOne({ _id: sha256 })
}

/** Notes that a content is being stored or removed, see `FileContents`. */
export async function touchContent(tx: Tx, sha256: string): Promise<void> {
  await tx.of(FileContents).updateOne({ _id: sha256 }, { $inc: { changes: 1 } }, { upsert: true })
}

/** Returns those of the hashes that something refers to. */
async function usedFiles(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  return new Set([...(await publicationsFiles(db, hashes)), ...(await db.ask(filesInUse, hashes)).flat()])
}

/** Removes those of the files that nothing refers to. */
async function removeUnused(tx: Tx, by: Authorised<'file.collect'>, rows: readonly FileRow[]): Promise<void> {
  const used = await usedFiles(tx, [...new Set(rows.map(({ sha256 }) => sha256))])
  for (const { _id, orgCode, sha256, bytes } of rows.filter(row => !used.has(row.sha256))) {
    await touchContent(tx, sha256)
    await tx.of(Files).deleteOne({ _id }).setOptions(UNREFERENCED)
    await removeContent(tx, sha256)
    await dropPictureCheck(tx, { sha256, orgCode })
    await audit(tx, by, { orgCode, id: _id }, { sha256, bytes })
  }
}

/** Removes at once what only the words of an edition erased by law 依法删除 named. */
export async function eraseFiles(
  tx: Tx,
  { noticeId, files, disclosure: { orgCode } }: Pick<Erased, 'noticeId' | 'files' | 'disclosure'>,
): Promise<void> {
  const by = systemActs('file.collect', `erase:${noticeId}`)
  for (const sha256 of files) {
    const rows = await tx.of(Files).find({ sha256, orgCode }).lean<FileRow[]>().exec()
    await removeUnused(tx, by, rows)
    if (!(await tx.of(Files).exists({ sha256, orgCode }))) await forgetAnswersAbout(tx, sha256)
  }
}

/**
 * Removes the files stored before a moment that nothing refers to, a batch after a file's id. Returns the id after which
 * the next batch begins; null = none left.
 */
export async function collectFiles(
  tx: Tx,
  by: Authorised<'file.collect'>,
  { before, after }: { before: Date; after: string },
): Promise<string | null> {
  const rows = await tx
    .of(Files)
    .find({ _id: trusted({ $gt: after }), storedAt: trusted({ $lt: before }) })
    .sort({ _id: 1 })
    .limit(BATCH)
    .lean<FileRow[]>()
    .exec()
  await removeUnused(tx, by, rows)
  return rows.length < BATCH ? null : rows.at(-1)!._id
}

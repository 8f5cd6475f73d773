import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { AppError } from '@server/platform/errors'
import type { Issue } from '@shared/contract/common'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import { filesOfContent } from '@shared/content/contentFiles'
import { type PictureSize, isPicture } from '@shared/facts/disclosure/attachments'
import type { Db } from '@server/platform/store/db'
import { valuesAt } from '@server/platform/store/valuesAt'
import { FileChunks, Files, type FileChunkRow, type FileRow } from '../models/files'
import { FilePictures, type FilePictureRow } from '../models/filePictures'
import { Publications, type PublicationRow } from '@server/disclosure/publications'

/** Milliseconds for which a file that was found intact is not read twice. */
const INTACT_MS = 60_000
const MOST_KNOWN = 1_000

/** Files whose bytes were compared with their hash, with the moment (ms). */
const intact = new LRUCache<string, true>({ max: MOST_KNOWN, ttl: INTACT_MS })

/**
 * Compares the stored bytes with the hash that the published record names and the ledger commits to.
 * @throws AppError 500 `file-damaged`
 */
async function requireIntact(db: Db, sha256: string, bytes: number): Promise<void> {
  if (intact.has(sha256)) return
  const hash = createHash('sha256')
  for await (const piece of pieces(db, sha256, bytes)) hash.update(piece)
  if (hash.digest('hex') !== sha256) throw new AppError(500, 'file-damaged')
  intact.set(sha256, true)
}

/**
 * Returns the content of a stored file, chunk by chunk, once it is known to be what was stored.
 * @throws AppError 500 `file-damaged`
 */
export async function contentOf(db: Db, sha256: string, bytes: number): Promise<AsyncIterable<Buffer>> {
  await requireIntact(db, sha256, bytes)
  return pieces(db, sha256, bytes)
}

async function* pieces(db: Db, sha256: string, bytes: number): AsyncIterable<Buffer> {
  let sent = 0
  for (let number = 0; sent < bytes; number += 1) {
    const row = await db.of(FileChunks).findOne({ sha256, number }).lean<FileChunkRow>().exec()
    if (!row) throw new AppError(500, 'file-damaged')
    const piece = Buffer.from(row.content.buffer ?? row.content)
    sent += piece.length
    yield piece
  }
}

/** Returns a stored picture in a display size; null where the stored picture is small enough itself. */
export async function pictureOf(db: Db, sha256: string, size: PictureSize): Promise<Buffer | null> {
  const row = await db
    .of(FilePictures)
    .findOne({ _id: `${sha256}/${size}` })
    .lean<FilePictureRow>()
    .exec()
  return row && Buffer.from(row.content.buffer ?? row.content)
}

/** Returns the organisation's stored file of that content; null when it has none. */
export const fileOf = (db: Db, sha256: string, orgCode: string): Promise<FileRow | null> =>
  db.of(Files).findOne({ sha256, orgCode }).lean<FileRow>().exec()

type Naming = Pick<
  PublicationRow,
  '_id' | 'orgCode' | 'content' | 'presentation' | 'publicity' | 'publicityMoved'
>

/** Fields in which a publication references files; each has an index. */
const NAMED_IN = ['content.blocks.files.sha256', 'content.blocks.lines.images.sha256'] as const

/**
 * Returns the live publications that reference a file, with their content. Runs one query per field, because each field
 * has its own index.
 */
export async function publicationsNaming(db: Db, sha256: string): Promise<Naming[]> {
  const found: Naming[] = []
  for (const place of NAMED_IN) {
    const rows = await db
      .of(Publications)
      .find(
        { [place]: sha256, live: true },
        { orgCode: 1, content: 1, presentation: 1, publicity: 1, publicityMoved: 1 },
      )
      .lean<Naming[]>()
      .exec()
    found.push(...rows)
  }
  return found
}

/** Returns the files that publications of any state refer to, among them those of these hashes that any does. */
export async function publicationsFiles(db: Db, hashes: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const place of NAMED_IN) found.push(...(await valuesAt(db, Publications, place, hashes)))
  return found
}

/** Sums the bytes of an organisation's files; a content that several organisations store counts for each. */
export async function bytesOf(db: Db, orgCode: string): Promise<number> {
  const rows = await db.of(Files).find({ orgCode }, { bytes: 1 }).lean<Pick<FileRow, 'bytes'>[]>().exec()
  return rows.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Sums the bytes of all organisations' files. */
export async function storedBytes(db: Db): Promise<number> {
  const [total] = await db
    .of(Files)
    .aggregate<{ bytes: number }>([{ $group: { _id: null, bytes: { $sum: '$bytes' } } }])
    .exec()
  return total?.bytes ?? 0
}

/** Builds the issue of a referenced file that the organisation never uploaded; `at` counts from 0. */
export const notUploaded = (field: string, at: number): Issue => ({
  code: 'file-not-uploaded',
  field,
  row: at + 1,
  message: REQUIREMENT_TEXTS['file-not-uploaded'](at + 1),
})

/**
 * Returns an issue for each referenced file that the organisation never uploaded or whose size or type differs from the
 * upload, and for each voucher that is not a picture.
 */
export async function attachmentIssues(db: Db, orgCode: string, content: NoticeContent): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const { file, path, at, isVoucher } of filesOfContent(content)) {
    const { sha256, bytes, mime } = file
    const known = await fileOf(db, sha256, orgCode)
    const field = `content.${path}`
    if (!known || known.bytes !== bytes || known.mime !== mime) issues.push(notUploaded(field, at))
    else if (isVoucher && !isPicture(known.name)) {
      issues.push({ code: 'voucher-no-picture', field, row: at + 1, message: REQUIREMENT_TEXTS['voucher-no-picture']() }) // prettier-ignore
    }
  }
  return issues
}

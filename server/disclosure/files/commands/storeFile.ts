import { createHash } from 'node:crypto'
import type { Attachment } from '@shared/contract/disclosure/notice'
import type { z } from 'zod'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import type { PreparedFile } from './readFileUpload'
import { FileChunks, Files, CHUNK_BYTES, type FileRow } from '../models/files'
import { FilePictures } from '../models/filePictures'
import { newId } from '@server/platform/store/collection'

interface Props {
  orgCode: string
  prepared: PreparedFile
}

/** Stores the content once, however many organisations upload it. */
async function storeContent(
  { services: { db } }: CommandContext,
  sha256: string,
  { bytes, pictures }: Pick<PreparedFile, 'bytes' | 'pictures'>,
): Promise<void> {
  if (await db.of(FileChunks).exists({ sha256, number: 0 })) return
  for (let number = 0; number * CHUNK_BYTES < bytes.length; number += 1) {
    const content = bytes.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES)
    await db.of(FileChunks).create([{ _id: `${sha256}/${number}`, sha256, number, content }])
  }
  for (const { size, bytes: content } of pictures) {
    await db.of(FilePictures).create([{ _id: `${sha256}/${size}`, sha256, size, content }])
  }
}

/**
 * Stores a checked file for the organisation's notices to reference. Storing the same file again changes nothing. Runs
 * in the caller's transaction.
 */
export async function storeFile(deed: CommandContext, props: Props): Promise<z.infer<typeof Attachment>> {
  const { db, clock } = deed.services
  const { orgCode, prepared } = props
  const { name, mime, bytes, findings, reason } = prepared
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const attachment = { name, mime, bytes: bytes.length, sha256 }
  if (await db.of(Files).exists({ sha256, orgCode })) return attachment
  await storeContent(deed, sha256, prepared)
  const codes = [...new Set(findings.map(({ code }) => code))]
  const row: FileRow = {
    _id: newId('fil'),
    orgCode,
    ...attachment,
    release: reason === null ? null : { reason, codes },
    storedBy: deed.actor.id,
    storedAt: clock.now(),
  }
  await db.of(Files).create([row])
  const detail = { sha256, bytes: bytes.length, ...(reason !== null && { released: codes.join(' ') }) }
  await audit(deed, 'file.store', { orgCode, id: row._id }, detail)
  return attachment
}

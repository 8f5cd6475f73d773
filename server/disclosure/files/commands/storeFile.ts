import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { createHash } from 'node:crypto'
import type { Attachment } from '@shared/contract/disclosure/notice'
import type { z } from 'zod'
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
  tx: Tx,
  sha256: string,
  { bytes, pictures }: Pick<PreparedFile, 'bytes' | 'pictures'>,
): Promise<void> {
  if (await tx.of(FileChunks).exists({ sha256, number: 0 })) return
  for (let number = 0; number * CHUNK_BYTES < bytes.length; number += 1) {
    const content = bytes.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES)
    await tx.of(FileChunks).create([{ _id: `${sha256}/${number}`, sha256, number, content }])
  }
  for (const { size, bytes: content } of pictures) {
    await tx.of(FilePictures).create([{ _id: `${sha256}/${size}`, sha256, size, content }])
  }
}

/**
 * Stores a checked file for the organisation's notices to reference. Storing the same file again changes nothing.
 */
export async function storeFile(
  tx: Tx,
  by: Authorised<'file.store'>,
  props: Props,
): Promise<z.infer<typeof Attachment>> {
  const { orgCode, prepared } = props
  const { name, mime, bytes, findings, reason } = prepared
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const attachment = { name, mime, bytes: bytes.length, sha256 }
  if (await tx.of(Files).exists({ sha256, orgCode })) return attachment
  await storeContent(tx, sha256, prepared)
  const codes = [...new Set(findings.map(({ code }) => code))]
  const row: FileRow = {
    _id: newId('fil'),
    orgCode,
    ...attachment,
    release: reason === null ? null : { reason, codes },
    storedBy: by.actor.id,
    storedAt: tx.now,
  }
  await tx.of(Files).create([row])
  const detail = { sha256, bytes: bytes.length, ...(reason !== null && { released: codes.join(' ') }) }
  await audit(tx, by, { orgCode, id: row._id }, detail)
  return attachment
}

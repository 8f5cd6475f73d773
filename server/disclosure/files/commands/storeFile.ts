import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { createHash } from 'node:crypto'
import type { Attachment } from '@shared/contract/disclosure/notice'
import type { z } from 'zod'
import type { PreparedFile } from './readFileUpload'
import { schedulePictureCheck } from './checkPictures'
import { touchContent } from './collectFiles'
import { bytesOf } from '../queries/files'
import { ATTACHMENTS, isPicture } from '@shared/facts/disclosure/attachments'
import { unprocessable } from '@server/platform/errors'
import { FileChunks, Files, CHUNK_BYTES, type FileRow } from '../models/files'
import { FilePictures } from '../models/filePictures'
import { newId } from '@server/platform/store/collection'

interface Props {
  orgCode: string
  prepared: PreparedFile
  /** Megabytes that the organisation's files may have in all; 0 = no limit. */
  quotaMegabytes: number
  /** Pictures are checked by WeChat. */
  isChecked: boolean
}

const MEGABYTE = 1024 * 1024

/** Refuses a file beyond the organisation's quota. @throws AppError 422 `file-quota` */
async function refuseBeyondQuota(tx: Tx, orgCode: string, bytes: number, megabytes: number): Promise<void> {
  if (megabytes === 0) return
  const used = await bytesOf(tx, orgCode)
  if (used + bytes <= megabytes * MEGABYTE) return
  const size = (count: number) => `${(count / MEGABYTE).toFixed(1)} MB`
  throw unprocessable(
    'file-quota',
    `本单位的附件最多共 ${megabytes} MB，已经用了 ${size(used)}，放不下这个 ${size(bytes)} 的文件。` +
      `没有用到的附件 ${ATTACHMENTS.keptUnusedDays} 天后自动清理；还不够，请找系统管理员加大。`,
  )
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
 * @throws AppError 422 `file-quota`
 */
export async function storeFile(
  tx: Tx,
  by: Authorised<'file.store'>,
  props: Props,
): Promise<z.infer<typeof Attachment>> {
  const { orgCode, prepared, quotaMegabytes, isChecked } = props
  const { name, mime, bytes, findings, reason } = prepared
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const attachment = { name, mime, bytes: bytes.length, sha256 }
  await touchContent(tx, sha256)
  if (await tx.of(Files).exists({ sha256, orgCode })) return attachment
  await refuseBeyondQuota(tx, orgCode, bytes.length, quotaMegabytes)
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
  if (isChecked && isPicture(name)) await schedulePictureCheck(tx, row)
  const detail = { sha256, bytes: bytes.length, ...(reason !== null && { released: codes.join(' ') }) }
  await audit(tx, by, { orgCode, id: row._id }, detail)
  return attachment
}

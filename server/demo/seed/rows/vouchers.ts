import { createHash } from 'node:crypto'
import type { Attachment } from '@shared/contract/disclosure/notice'
import registers from '../data/registers.json'
import data from '../data/vouchers.json'
import { seedId } from '../ids'
import type { FileChunkRow, FileRow } from '@server/disclosure/files/models/files'
import type { FilePictureRow } from '@server/disclosure/files/models/filePictures'

const pictures = data.pictures.map(({ name, item, amountFen, base64, thumbnail }) => {
  const bytes = Buffer.from(base64, 'base64')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, item, amountFen, bytes, sha256, thumbnail: Buffer.from(thumbnail, 'base64') }
})

/** Voucher pictures 凭证图片 uploaded by the demonstration village, with what each one says was paid, and for what. */
export const VOUCHERS = {
  village: registers.village,
  receipts: pictures.map(({ name, item, amountFen, bytes, sha256 }) => {
    const image: Attachment = { name, mime: 'image/jpeg', bytes: bytes.length, sha256 }
    return { item, amountFen, image }
  }),
}

export interface SeededFiles {
  files: FileRow[]
  chunks: FileChunkRow[]
  pictures: FilePictureRow[]
}

/** Builds the files' rows, as an upload stores them. */
export const seedVouchers = (storedBy: string, storedAt: Date): SeededFiles => ({
  files: pictures.map(({ name, bytes, sha256 }) => ({
    _id: seedId('fil', sha256),
    orgCode: VOUCHERS.village,
    sha256,
    name,
    mime: 'image/jpeg',
    bytes: bytes.length,
    release: { reason: '自己画的演示凭证，没有人像', codes: ['privacy-file-metadata'] },
    storedBy,
    storedAt,
  })),
  // Each fits into one chunk.
  chunks: pictures.map(({ sha256, bytes }) => ({ _id: `${sha256}/0`, sha256, number: 0, content: bytes })),
  pictures: pictures.map(({ sha256, thumbnail }) => ({ _id: `${sha256}/list`, sha256, size: 'list', content: thumbnail })), // prettier-ignore
})

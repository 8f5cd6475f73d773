import { checkedOrNull, defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** Why findings in a file are no personal data: the words of the person who stored it. */
interface FileRelease {
  reason: string
  /** Codes of the findings that it lifts. */
  codes: string[]
}

/** Stored file 附件: cleaned and checked before it was kept. One row for each organisation that stored it. */
export interface FileRow {
  _id: string
  orgCode: string
  /** Hash of the kept bytes: the address of its chunks. */
  sha256: string
  name: string
  mime: string
  bytes: number
  release: FileRelease | null
  storedBy: string
  storedAt: Date
}

export const Files = defineCollection<FileRow>({
  name: 'files',
  immutable: true,
  fields: {
    _id: text,
    orgCode: text,
    sha256: text,
    name: text,
    mime: text,
    bytes: whole,
    release: checkedOrNull,
    storedBy: text,
    storedAt: instant,
  },
  indexes: [{ fields: { sha256: 1, orgCode: 1 }, unique: true }],
})

/** A piece of a stored file, at most `CHUNK_BYTES`; the same content is kept once. */
export interface FileChunkRow {
  /** `sha256/number`. */
  _id: string
  sha256: string
  number: number
  content: Buffer
}

/** Well below what a row may hold, so that no answer of the database grows past a megabyte. */
export const CHUNK_BYTES = 768 * 1024

export const FileChunks = defineCollection<FileChunkRow>({
  name: 'fileChunks',
  immutable: true,
  fields: { _id: text, sha256: text, number: whole, content: { type: Buffer, required: true } },
  indexes: [{ fields: { sha256: 1, number: 1 }, unique: true }],
})

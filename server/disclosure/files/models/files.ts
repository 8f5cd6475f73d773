import { checkedOrNull, defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** Reason why privacy findings in a file are no personal data, as written by the uploader. */
interface FileRelease {
  reason: string
  /** Codes of the findings that it releases. */
  codes: string[]
}

/** Stored file 附件, cleaned and checked before storing. One row for each organisation that stored it. */
export interface FileRow {
  _id: string
  orgCode: string
  /** Hash of the stored bytes and prefix of its chunks' ids. */
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
  removable: true,
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
  indexes: [{ fields: { sha256: 1, orgCode: 1 }, unique: true }, { fields: { orgCode: 1 } }],
})

/** Piece of a stored file, at most `CHUNK_BYTES`; the same content is stored once. */
export interface FileChunkRow {
  /** `sha256/number`. */
  _id: string
  sha256: string
  number: number
  content: Buffer
}

/** Far below the database's limit for a row, so that no response of the database exceeds 1 MiB. */
export const CHUNK_BYTES = 768 * 1024

export const FileChunks = defineCollection<FileChunkRow>({
  name: 'fileChunks',
  removable: true,
  immutable: true,
  fields: { _id: text, sha256: text, number: whole, content: { type: Buffer, required: true } },
  indexes: [{ fields: { sha256: 1, number: 1 }, unique: true }],
})

/**
 * One row for each stored content. Storing and removing the content change its row, so that of two transactions at
 * the same time one starts over: the content never goes while another organisation stores it.
 */
export interface FileContentRow {
  /** Hash of the stored bytes. */
  _id: string
  changes: number
}

export const FileContents = defineCollection<FileContentRow>({
  name: 'fileContents',
  removable: true,
  fields: { _id: text, changes: whole },
  indexes: [],
})

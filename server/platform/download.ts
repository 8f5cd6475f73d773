/** A name for a file, without what no file name takes. */
export const fileName = (name: string, format: string): string =>
  name
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, 100)
    .trim() + `.${format}`

/** A file to be saved by whoever asked for it. */
export interface Download {
  name: string
  mime: string
  /** Null: sent while it is made, its length is not known. */
  bytes: number | null
  /** Hash of the content where it never changes: its ETag. */
  sha256: string | null
  content: AsyncIterable<Buffer> | Iterable<Buffer>
  /** Public text for other sites to take in: shown, not saved. */
  inline?: true
}

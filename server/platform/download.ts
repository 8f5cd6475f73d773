/** Returns a safe file name: removes the characters that file names must not contain. */
export const fileName = (name: string, format: string): string =>
  name
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, 100)
    .trim() + `.${format}`

/** A file offered for download. */
export interface Download {
  name: string
  mime: string
  /** Null: streamed while it is made, the length is unknown. */
  bytes: number | null
  /** Content hash of an immutable file; used as its ETag. */
  sha256: string | null
  content: AsyncIterable<Buffer> | Iterable<Buffer>
  /** Public text for embedding in other sites: displayed, not saved. */
  inline?: true
}

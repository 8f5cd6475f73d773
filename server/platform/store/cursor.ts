/** Position in a feed: the last row of the previous page. */
export interface Cursor {
  at: Date
  id: string
}

const PATTERN = /^(\d{1,16})\.([a-z]{3}_[0-9a-z]{6,40})$/

/** Encodes the last row's `(publishedAt, _id)` in base64url: opaque to clients. */
export const encodeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(`${at.getTime()}.${id}`).toString('base64url')

/** Decodes a cursor; null for a malformed text. */
export function decodeCursor(text: string): Cursor | null {
  const match = PATTERN.exec(Buffer.from(text, 'base64url').toString())
  if (!match) return null
  const at = new Date(Number(match[1]))
  const cursor = { at, id: match[2]! }
  return Number.isNaN(at.getTime()) || encodeCursor(cursor) !== text ? null : cursor
}

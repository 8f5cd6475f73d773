/** Place in a feed: the last row that was shown. */
export interface Cursor {
  at: Date
  id: string
}

const PATTERN = /^(\d{1,16})\.([a-z]{3}_[0-9a-z]{6,40})$/

/** base64url of the last row's `(publishedAt, _id)`: opaque to clients. */
export const encodeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(`${at.getTime()}.${id}`).toString('base64url')

/** The place that a cursor names; null when the text is not one of ours. */
export function decodeCursor(text: string): Cursor | null {
  const match = PATTERN.exec(Buffer.from(text, 'base64url').toString())
  if (!match) return null
  const at = new Date(Number(match[1]))
  const cursor = { at, id: match[2]! }
  return Number.isNaN(at.getTime()) || encodeCursor(cursor) !== text ? null : cursor
}

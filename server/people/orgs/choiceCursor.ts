import { faultText } from '@shared/texts/errors'
import { invalidRequest } from '@server/platform/errors'
import type { Place } from './queries/villageChoices'

const PATTERN = /^(\d{1,9})\.([A-Z0-9][A-Z0-9-]{0,31})$/

/** Encodes a position among siblings in base64url: opaque to clients. */
export const choiceCursor = ({ order, code }: Place): string =>
  Buffer.from(`${order}.${code}`).toString('base64url')

/**
 * Returns the position of a request's cursor; null on the first page.
 * @throws AppError 400 for an invalid cursor
 */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const match = PATTERN.exec(Buffer.from(cursor, 'base64url').toString())
  if (match) return { order: Number(match[1]), code: match[2]! }
  throw invalidRequest([
    { code: 'bad-format', field: 'cursor', message: faultText(['cursor'], 'bad-format') },
  ])
}

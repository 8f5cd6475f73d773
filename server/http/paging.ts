import { faultText } from '@shared/texts/errors'
import { invalidRequest } from '@server/platform/errors'
import { decodeCursor, type Cursor } from '@server/platform/store/cursor'

/**
 * Returns the position of a request's cursor; null on the first page.
 * @throws AppError 400 for an invalid cursor
 */
export function cursorOf(cursor: string | undefined): Cursor | null {
  if (cursor === undefined) return null
  const place = decodeCursor(cursor)
  if (place) return place
  throw invalidRequest([
    { code: 'bad-format', field: 'cursor', message: faultText(['cursor'], 'bad-format') },
  ])
}

import { faultText } from '@shared/texts/errors'
import { invalidRequest } from '@server/platform/errors'
import { decodeCursor } from '@server/platform/store/cursor'
import type { Cursor } from '@server/platform/store/cursor'

/** The place that a request's cursor names; null on the first page. @throws AppError 400 for a text that is none of ours */
export function cursorOf(cursor: string | undefined): Cursor | null {
  if (cursor === undefined) return null
  const place = decodeCursor(cursor)
  if (place) return place
  throw invalidRequest([
    { code: 'bad-format', field: 'cursor', message: faultText(['cursor'], 'bad-format') },
  ])
}

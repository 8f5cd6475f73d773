import { findCategory } from '@server/domain/category'
import { badRequest } from '@server/platform/errors'

/** @throws AppError 400 `category-not-found` for a code that is none of the five */
export function checkCategory(category: string | undefined): void {
  if (category !== undefined && !findCategory(category)) throw badRequest('category-not-found')
}

import { findCategory } from '@server/domain/category'
import { badRequest } from '@server/platform/errors'

/** @throws AppError 400 `category-not-found` for an unknown code */
export function checkCategory(category: string | undefined): void {
  if (category !== undefined && !findCategory(category)) throw badRequest('category-not-found')
}

import { BOOK_LAYOUTS } from './books'
import { DAMAGED_LAYOUTS } from './damaged'
import type { Layout } from './layout'
import { OFFICE_LAYOUTS } from './office'
import { ODD_LAYOUTS } from './officeOdd'
import { PAGE_LAYOUTS } from './pages'
import { PUBLISHED } from './published'
import { TABLE_LAYOUTS } from './tables'
import { TEXT_LAYOUTS } from './texts'

export type { Layout } from './layout'
export { scoreOf } from './layout'

/** Every layout that the importer is measured on: published ones and ones made with faults. */
export const LAYOUTS: readonly Layout[] = [
  ...PUBLISHED,
  ...TABLE_LAYOUTS,
  ...TEXT_LAYOUTS,
  ...BOOK_LAYOUTS,
  ...DAMAGED_LAYOUTS,
  ...OFFICE_LAYOUTS,
  ...ODD_LAYOUTS,
  ...PAGE_LAYOUTS,
]

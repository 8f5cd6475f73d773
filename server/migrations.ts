import { canonicalNames } from '@server/platform/migrations/canonicalNames'
import { generalCategory } from '@server/platform/migrations/generalCategory'
import { shortCodes } from '@server/reading/plainPages/migrations/shortCodes'
import type { Migration } from '@server/platform/migrations/types'
import { powerPapers } from '@server/power/cases/migrations/powerPapers'
import { presentedRecords } from '@server/disclosure/publications/migrations/presentedRecords'
import { removalRegister } from '@server/disclosure/removals/migrations/removalRegister'
import { searchGrams } from '@server/disclosure/publications/migrations/searchGrams'

/**
 * Lists every migration in order, each from the schema version before it. A released migration is never changed or
 * removed.
 */
export const MIGRATIONS: readonly Migration[] = [
  searchGrams,
  powerPapers,
  canonicalNames,
  generalCategory,
  presentedRecords,
  shortCodes,
  removalRegister,
]

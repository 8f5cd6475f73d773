import { canonicalNames } from '@server/platform/migrations/canonicalNames'
import { generalCategory } from '@server/platform/migrations/generalCategory'
import { shortCodes } from '@server/reading/plainPages/migrations/shortCodes'
import { nameKeys } from '@server/people/orgs/migrations/nameKeys'
import type { Migration } from '@server/platform/migrations/types'
import { powerPapers } from '@server/power/cases/migrations/powerPapers'
import { recordedRows } from '@server/disclosure/ledger/migrations/recordedRows'
import { presentedRecords } from '@server/disclosure/publications/migrations/presentedRecords'
import { searchGrams, searchReadings } from '@server/disclosure/publications/migrations/searchGrams'
import { removalRegister } from '@server/disclosure/removals/migrations/removalRegister'

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
  nameKeys,
  searchReadings,
  removalRegister,
  recordedRows,
]

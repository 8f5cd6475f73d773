import type { Migration } from '@server/platform/migrations/types'
import { powerPapers } from '@server/power/cases/migrations/powerPapers'
import { searchGrams } from '@server/disclosure/publications/migrations/searchGrams'

/** Every step in order, each from the layout before it; one that has been released is never changed or taken out. */
export const MIGRATIONS: readonly Migration[] = [searchGrams, powerPapers]

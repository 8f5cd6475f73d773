import type { Migration } from '../types'
import { powerPapers } from './powerPapers'
import { searchGrams } from './searchGrams'

/** Every step in order, each from the layout before it; one that has been released is never changed or taken out. */
export const MIGRATIONS: readonly Migration[] = [searchGrams, powerPapers]

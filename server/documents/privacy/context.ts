import type { ScanContext } from '@server/domain/privacy'

/** What holds for a whole file: today `YYYY-MM-DD`, and the names that a model found in it. */
export type FileContext = Pick<ScanContext, 'today' | 'names'>

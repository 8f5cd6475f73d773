import type { Db } from '@server/platform/store/db'
import { valuesAt } from '@server/platform/store/valuesAt'
import { PowerCases } from '../models/powerCases'

/** Returns the files that cases 办件 keep as the papers of a step. */
export const caseFiles = (db: Db, hashes: readonly string[]): Promise<string[]> =>
  valuesAt(db, PowerCases, 'state.visits.finished.files.sha256', hashes)

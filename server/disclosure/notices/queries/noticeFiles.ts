import type { Db } from '@server/platform/store/db'
import { valuesAt } from '@server/platform/store/valuesAt'
import { Revisions } from '../models/revisions'

/** Returns the files that revisions refer to, of drafts and of former editions too; each field has an index. */
export const noticeFiles = async (db: Db, hashes: readonly string[]): Promise<string[]> => [
  ...(await valuesAt(db, Revisions, 'content.blocks.files.sha256', hashes)),
  ...(await valuesAt(db, Revisions, 'content.blocks.lines.images.sha256', hashes)),
]

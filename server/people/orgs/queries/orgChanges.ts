import type { Db } from '@server/platform/store/db'
import { OrgChanges, type OrgChangeRow } from '../models/orgChanges'

const SHOWN = 100

/** Lists what was changed of an organisation, the newest first. */
export const changesOf = (db: Db, orgCode: string): Promise<OrgChangeRow[]> =>
  db.of(OrgChanges).find({ orgCode }).sort({ at: -1, _id: -1 }).limit(SHOWN).lean<OrgChangeRow[]>().exec()

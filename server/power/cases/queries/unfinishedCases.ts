import type { Db } from '@server/platform/store/db'
import { PowerCases } from '../models/powerCases'

/** Says how many cases of a village are under way: nobody could finish them after a merger. */
export async function unfinishedCases(db: Db, orgCode: string): Promise<string[]> {
  const open = await db.of(PowerCases).countDocuments({ orgCode, open: true })
  return open > 0 ? [`${open} 件没办完的办件`] : []
}

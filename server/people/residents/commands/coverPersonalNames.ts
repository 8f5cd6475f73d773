import { chinaDate } from '@shared/common/period'
import { coverNames, maskText } from '@server/domain/privacy/maskText'
import type { Db } from '@server/platform/store/db'
import { RosterEntries, type RosterEntryRow } from '../models/rosterEntries'

/**
 * Returns the public version of a text 公开的文字: covers personal data and the names of the village's people, of `name` and of
 * `elder`. Null stays null.
 */
export async function coverPersonalNames(
  db: Db,
  { orgCode, name, elder }: { orgCode: string; name: string; elder: string | null },
  text: string | null,
  now: Date,
): Promise<string | null> {
  if (text === null) return null
  const people = await db
    .of(RosterEntries)
    .find({ orgCode }, { name: 1 })
    .lean<Pick<RosterEntryRow, 'name'>[]>()
    .exec()
  const names = new Set([name, elder ?? '', ...people.map(person => person.name)])
  return coverNames(maskText(text, 'all', chinaDate(now)).text, names)
}

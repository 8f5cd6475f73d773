import { chinaDate } from '@shared/common/period'
import { coverNames, maskText } from '@server/domain/privacy/maskText'
import type { Models, ObjectionRow, RollEntryRow } from '@server/platform/store/collections'

/**
 * What everybody may read of a text 公开的文字: personal data is covered, and so are the names of the village's people and of whoever
 * asked. Null stays null.
 */
export async function coverPersonalNames(
  models: Models,
  { orgCode, name, elder }: Pick<ObjectionRow, 'orgCode' | 'name' | 'elder'>,
  text: string | null,
  now: Date,
): Promise<string | null> {
  if (text === null) return null
  const people = await models.rollEntries
    .find({ orgCode }, { name: 1 })
    .lean<Pick<RollEntryRow, 'name'>[]>()
    .exec()
  const names = new Set([name, elder ?? '', ...people.map(person => person.name)])
  return coverNames(maskText(text, 'all', chinaDate(now)).text, names)
}

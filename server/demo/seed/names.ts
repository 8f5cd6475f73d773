import { maskName } from '@server/domain/privacy'
import data from './data/names.json'
import type { Chance } from './seededRandom'
import type { SeedVillage } from './orgs'

/** Returns the groups 村（居）民小组 of a village. */
export const groupsOf = (village: SeedVillage): string[] =>
  (village.kind === 'village' ? data.groups : data.blocks).slice(0, village.groups)

/** Returns `count` masked names 张* with different surnames, so that the rows of a list differ. */
export const maskedNames = (chance: Chance, count: number): string[] =>
  chance.some(data.surnames, count).map(surname => maskName(surname + chance.pick(data.givenNames)))

/** Puts the village's villager persona into a list: in the row with the same masked name, else in the first. */
export function withVillager<Row extends { name: string; group: string }>(
  village: SeedVillage,
  rows: readonly Row[],
): Row[] {
  const own = { name: maskName(village.people.villager), group: groupsOf(village)[0]! }
  const alike = rows.findIndex(({ name }) => name === own.name)
  return rows.map((row, index) => (index === Math.max(0, alike) ? { ...row, ...own } : row))
}

/** Returns the handler 经手人 of a village's accounts, masked like all names in a statement. */
export const handlerOf = (village: SeedVillage): string => maskName(village.people.editor)

import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type { LinkRelation, LinkState } from '@shared/contract/catalogues/alignment'
import { reachesVillage } from './lines'

type Item = Pick<CatalogueColumns, 'path' | 'levels' | 'subjects' | 'mode'> & {
  key: string
  area: string
  category: string
}

interface Link {
  villageKey: string
  itemKey: string
  relation: LinkRelation
  state: LinkState
}

/** Catalogues that decide what a village must disclose. */
export interface Obliging {
  /** The street's items in force. */
  street: readonly Item[]
  /** The village's own items in force; empty before its first catalogue. */
  own: readonly Item[]
  links: readonly Link[]
}

/** An obliging item that a list leaves out 不采用. */
export interface LeftOut {
  key: string
  area: string
  path: string[]
  ofStreet: boolean
}

/** Returns the keys that a list covers: its own, and those linked with them. */
export function coveredBy(keys: Iterable<string>, links: readonly Link[]): Set<string> {
  const covered = new Set(keys)
  const own = new Set(covered)
  for (const { villageKey, itemKey, relation, state } of links) {
    if (state !== 'confirmed' || itemKey === '') continue
    if (own.has(villageKey)) covered.add(itemKey)
    if (own.has(itemKey) && relation === 'same') covered.add(villageKey)
  }
  return covered
}

/** Lists the obliging items that a list with these keys leaves out: the street's, then the village's own in force. */
export function leftOutOf(keys: Iterable<string>, { street, own, links }: Obliging): LeftOut[] {
  const covered = coveredBy(keys, links)
  const obliges = (item: Item) => item.mode !== 'on-request' && !covered.has(item.key)
  const shown = ({ key, area, path }: Item, ofStreet: boolean): LeftOut => ({ key, area, path, ofStreet })
  const standard = street.filter(item => reachesVillage(item) && obliges(item))
  const known = new Set(street.map(({ key }) => key))
  return [
    ...standard.map(item => shown(item, true)),
    ...own.filter(item => !known.has(item.key) && obliges(item)).map(item => shown(item, false)),
  ]
}

import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type {
  VillageItemDifference,
  VillageItem,
  RemovedVillageItem,
} from '@shared/contract/catalogues/villageCatalogue'
import { columnsOf } from '../catalogue/columns'
import { isFocus } from '../category'

/** Items of a village catalogue 村（居）公开清单 and the removed ones. */
export interface ListState {
  items: readonly VillageItem[]
  removed: readonly RemovedVillageItem[]
}

/** An item of the street's catalogue, as a village catalogue adopts it. */
export type StreetItem = CatalogueColumns & { key: string; area: string; catalogueId: string }

/** Creates an adopted line 采用: the street's item unchanged, under its own key. */
export const adoptedLine = (item: StreetItem): VillageItem => ({
  ...columnsOf(item),
  key: item.key,
  area: item.area,
  origin: { kind: 'adopted', key: item.key, catalogueId: item.catalogueId },
})

export interface Wording {
  elements: string[]
  deadline: string | null
}

const saysTheSame = (a: Wording, b: Wording) =>
  a.deadline === b.deadline && JSON.stringify(a.elements) === JSON.stringify(b.elements)

/**
 * Adapts a line 改编: same item and key, other elements or another deadline; the street's own wording makes it
 * adopted again.
 */
export function alteredLine(line: VillageItem, wording: Wording, item: StreetItem | null): VillageItem {
  const { kind } = line.origin
  const taken = kind === 'added' ? kind : item && saysTheSame(wording, item) ? 'adopted' : 'adapted'
  return { ...line, ...wording, origin: { ...line.origin, kind: taken } }
}

/** Creates an added line 自增: an item of the village's own. */
export const addedLine = (key: string, area: string, path: string[], wording: Wording): VillageItem => ({
  displayNo: null,
  path,
  ...wording,
  basis: [],
  subjects: ['村（居）民委员会'],
  channels: [],
  audience: { scope: 'public' },
  mode: 'active',
  levels: ['village'],
  key,
  area,
  origin: { kind: 'added' },
})

const shown = (words: readonly string[]) => (words.length > 0 ? words.join('、') : '（没有写）')

/** Returns the line's differences from the street's item of the same key. */
export function differencesOf(line: VillageItem, item: CatalogueColumns): VillageItemDifference[] {
  const differences: VillageItemDifference[] = []
  if (JSON.stringify(line.elements) !== JSON.stringify(item.elements)) {
    differences.push({ label: '公开内容', village: shown(line.elements), street: shown(item.elements) })
  }
  if (line.deadline !== item.deadline) {
    const said = (deadline: string | null) => deadline ?? '（没有写）'
    differences.push({ label: '公开时限', village: said(line.deadline), street: said(item.deadline) })
  }
  return differences
}

/** Returns the list with a line inserted or replaced by key; a removed one is restored. */
export function withLine({ items, removed }: ListState, line: VillageItem): ListState {
  const known = items.some(({ key }) => key === line.key)
  return {
    items: known ? items.map(one => (one.key === line.key ? line : one)) : [...items, line],
    removed: removed.filter(({ key }) => key !== line.key),
  }
}

/** Returns the list without the line, which stays recorded with the reason. */
export function withoutLine(
  { items, removed }: ListState,
  { key, area, path }: VillageItem,
  said: Pick<RemovedVillageItem, 'reason' | 'by' | 'at'>,
): ListState {
  return {
    items: items.filter(line => line.key !== key),
    removed: [...removed.filter(one => one.key !== key), { key, area, path, ...said }],
  }
}

const SELF_GOVERNED = /村|居民|居委|社区/

/**
 * Checks whether a standard item applies to the village: by a level or a subject, or, with unknown levels, by a focus
 * category.
 */
export const reachesVillage = (
  item: Pick<CatalogueColumns, 'levels' | 'subjects'> & { category: string },
): boolean =>
  item.levels?.includes('village') ||
  item.subjects.some(subject => SELF_GOVERNED.test(subject)) ||
  (item.levels === null && isFocus(item.category))

import type { LinkRelation, LinkState } from '@shared/contract/catalogues/alignment'

/** A link as input of the contradiction check; no item = the village's own. */
export interface LinkFact {
  villageKey: string
  itemKey: string | null
  relation: LinkRelation
  state: LinkState
}

export interface Contradiction {
  code: 'own-and-linked' | 'two-same-items' | 'two-same-lines' | 'adopted-already'
  villageKey: string
  itemKey: string | null
}

const groupBy = (links: readonly LinkFact[], keyOf: (link: LinkFact) => string) => {
  const groups = new Map<string, LinkFact[]>()
  for (const link of links) groups.set(keyOf(link), [...(groups.get(keyOf(link)) ?? []), link])
  return [...groups.values()]
}

const at = ({ villageKey, itemKey }: LinkFact) => ({ villageKey, itemKey })

/**
 * Finds contradictions among confirmed links of one village and one catalogue: an item both village-only and linked;
 * two `same` for one line or one item. `adopted` lines, which have the item's own key, count as `same`.
 */
export function contradictionsIn(links: readonly LinkFact[], adopted: ReadonlySet<string>): Contradiction[] {
  const confirmed = links.filter(link => link.state === 'confirmed')
  const same = confirmed.filter(link => link.relation === 'same')
  const found: Contradiction[] = []
  for (const group of groupBy(confirmed, link => link.villageKey)) {
    const own = group.find(link => link.relation === 'village-only')
    if (own && group.length > 1) found.push({ code: 'own-and-linked', ...at(own) })
  }
  for (const group of groupBy(same, link => link.villageKey)) {
    if (group.length > 1) found.push(...group.map(link => ({ code: 'two-same-items' as const, ...at(link) })))
  }
  for (const group of groupBy(same, link => link.itemKey ?? '')) {
    if (group.length > 1) found.push(...group.map(link => ({ code: 'two-same-lines' as const, ...at(link) })))
  }
  const twice = same.filter(link => link.itemKey !== null && adopted.has(link.itemKey))
  found.push(...twice.map(link => ({ code: 'adopted-already' as const, ...at(link) })))
  return found
}

/** Checks whether a line with these links still needs a decision. */
export const isOpen = (links: readonly Pick<LinkFact, 'state'>[]): boolean =>
  !links.some(({ state }) => state === 'confirmed') || links.some(({ state }) => state === 'stale')

/** Describes a suggestion's score in Chinese, by the bounds of domain/alignment. */
export const likenessWord = (score: number, carries: number, sure: number): string =>
  score >= sure ? '很像' : score >= carries ? '可能' : '不像'

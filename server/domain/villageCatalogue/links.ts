import type { LinkRelation, LinkState } from '@shared/contract/catalogues/alignment'

/** A link as far as contradictions go; no item = the village's own matter. */
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
 * What cannot both be true among confirmed links of one village and one catalogue: a matter that is the village's own and
 * linked; two `same` for one line, or for one item, where `adopted` lines, which carry the item's own key, count as `same`.
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

/** Somebody still has to decide on a line with these links. */
export const isOpen = (links: readonly Pick<LinkFact, 'state'>[]): boolean =>
  !links.some(({ state }) => state === 'confirmed') || links.some(({ state }) => state === 'stale')

/** In words, from the score's bounds in shared/domain/alignment: what a clerk reads beside a suggestion. */
export const likenessWord = (score: number, carries: number, sure: number): string =>
  score >= sure ? '很像' : score >= carries ? '可能' : '不像'

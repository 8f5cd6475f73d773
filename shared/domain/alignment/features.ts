import { CONCEPTS, FACETS, SELF_GOVERNMENT, WEAK_WORDS } from '../../data/alignment'

/** An item of a village list or of a catalogue, as the alignment sees it. */
export interface AlignableItem {
  id: string
  area?: string
  path: readonly string[]
  elements?: readonly string[]
}

export interface ConceptHit {
  id: string
  /** The name that was found. */
  name: string
  /** Found by the name of an earlier policy. */
  former: boolean
}

export interface Features {
  item: AlignableItem
  name: string
  /** Matters named in the path; the heart of the match. */
  concepts: ConceptHit[]
  /** Matters named by the area alone. */
  areaConcepts: ConceptHit[]
  facet: string | null
  /** Informative pairs of characters of the path. */
  grams: Set<string>
  selfGovernment: boolean
}

/** Names, longest first, so that 城乡居民养老保险 is not read as 养老服务. */
const NAMES = CONCEPTS.flatMap(concept => [
  ...concept.names.map(name => ({ id: concept.id, name, former: false })),
  ...(concept.former ?? []).map(name => ({ id: concept.id, name, former: true })),
]).sort((a, b) => b.name.length - a.name.length)

const WEAK = [...WEAK_WORDS].sort((a, b) => b.length - a.length)

/** Width, brackets and blanks made alike. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s"“”'‘’]/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')

/** Matters named in the text. A found name is taken out, so that a shorter one inside it is not found again. */
export function conceptsIn(text: string): ConceptHit[] {
  let rest = fold(text)
  const hits: ConceptHit[] = []
  for (const entry of NAMES) {
    if (!rest.includes(entry.name)) continue
    rest = rest.split(entry.name).join('　')
    if (!hits.some(hit => hit.id === entry.id)) hits.push(entry)
  }
  return hits
}

const facetIn = (text: string): string | null =>
  FACETS.find(facet => facet.words.some(word => text.includes(word)))?.id ?? null

/** Kind of information: the last level speaks before the elements, and those before the whole path. */
function facetOf(item: AlignableItem): string | null {
  const leaf = fold(item.path[item.path.length - 1] ?? '')
  const elements = fold((item.elements ?? []).join(' '))
  return facetIn(leaf) ?? facetIn(elements) ?? facetIn(fold(item.path.join(' ')))
}

function gramsOf(text: string): Set<string> {
  let rest = fold(text)
  for (const word of WEAK) rest = rest.split(word).join('　')
  const grams = new Set<string>()
  for (const piece of rest.split(/[^\p{Script=Han}\p{L}\p{N}]+/u)) {
    for (let at = 0; at + 2 <= piece.length; at++) grams.add(piece.slice(at, at + 2))
  }
  return grams
}

export function featuresOf(item: AlignableItem): Features {
  const path = item.path.join(' ')
  return {
    item,
    name: item.path.join(' › '),
    concepts: conceptsIn(path),
    areaConcepts: conceptsIn(item.area ?? ''),
    facet: facetOf(item),
    grams: gramsOf(path),
    selfGovernment: SELF_GOVERNMENT.some(word => fold(path).includes(word)),
  }
}

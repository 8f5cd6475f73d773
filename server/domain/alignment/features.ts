import { CONCEPTS, FACETS, WEAK_WORDS } from './lexicon'
import { fold } from './text/fold'
import { plainWords } from './text/spoken'

/** An item of a village catalogue or of a catalogue, as input of the alignment 对齐. */
export interface AlignableItem {
  id: string
  area?: string
  path: readonly string[]
  elements?: readonly string[]
}

export interface ConceptHit {
  id: string
  /** The matched name. */
  name: string
  /** Matched by the name of an earlier policy. */
  former: boolean
  /** Confidence that the item is about it, 0–1: the path weighs more than elements and area. */
  weight: number
}

export interface Features {
  item: AlignableItem
  /** Folded path without separators, compared for equality. */
  name: string
  /**
   * Concepts named in the path; if it names none, in elements or area. A part takes precedence over its wider
   * concept.
   */
  concepts: readonly ConceptHit[]
  /** Further concepts, named in elements and area. */
  context: readonly ConceptHit[]
  /** Facets with their weights, the strongest first. */
  facets: readonly { id: string; weight: number }[]
  /** Informative bigrams of the path. */
  grams: ReadonlySet<string>
  /** Informative bigrams of the last level. */
  leafGrams: ReadonlySet<string>
  /** Informative bigrams of the elements. */
  elementGrams: ReadonlySet<string>
  elements: ReadonlySet<string>
}

const ELEMENT_WEIGHT = 0.7
const AREA_WEIGHT = 0.75
/** Weight of a facet found only in the elements, relative to one in the name. */
const ELEMENT_FACET = 0.85

type Name = Omit<ConceptHit, 'weight'>

/** Names by first character, longest first, so that 城乡居民养老保险 does not match 养老服务. */
const NAMES = new Map<string, Name[]>()
for (const concept of CONCEPTS) {
  const enter = (name: string, former: boolean) => {
    const first = name.charAt(0)
    NAMES.set(first, [...(NAMES.get(first) ?? []), { id: concept.id, name, former }])
  }
  for (const name of concept.names) enter(name, false)
  for (const name of concept.former ?? []) enter(name, true)
}
for (const names of NAMES.values()) names.sort((a, b) => b.name.length - a.name.length)

const WITHIN = new Map(CONCEPTS.map(concept => [concept.id, concept.within ?? null]))

/** Checks whether the concept is a part of the wider one, at any depth. */
export function isPartOf(narrow: string, wide: string): boolean {
  for (let at = WITHIN.get(narrow); at; at = WITHIN.get(at)) if (at === wide) return true
  return false
}

/** Returns the widest concept that contains it, or itself. */
export function rootOf(id: string): string {
  for (let at = id, above = WITHIN.get(at); ; at = above, above = WITHIN.get(at)) if (!above) return at
}

const WEAK = [...WEAK_WORDS].sort((a, b) => b.length - a.length)
const WEAK_PATTERN = new RegExp(WEAK.join('|'), 'g')

/** Finds the concepts named in the text, each once, the longest name first at each position. */
export function conceptsIn(text: string, weight = 1): ConceptHit[] {
  const folded = fold(text)
  const hits = new Map<string, ConceptHit>()
  for (let at = 0; at < folded.length;) {
    const found = NAMES.get(folded.charAt(at))?.find(({ name }) => folded.startsWith(name, at))
    if (found && !hits.has(found.id)) hits.set(found.id, { ...found, weight })
    at += found ? found.name.length : 1
  }
  return [...hits.values()]
}

const narrowest = (hits: readonly ConceptHit[]): ConceptHit[] =>
  hits.filter(hit => !hits.some(other => isPartOf(other.id, hit.id)))

function facetsIn(text: string): string[] {
  const plain = plainWords(fold(text))
  return [
    ...new Set(FACETS.filter(({ words }) => words.some(word => plain.includes(word))).map(({ id }) => id)),
  ]
}

/** Finds the facets: the last path level weighs most, then the elements, then the whole path. */
function facetsOf(item: AlignableItem): Features['facets'] {
  const leaf = facetsIn(item.path[item.path.length - 1] ?? '')
  const elements = facetsIn((item.elements ?? []).join(' '))
  const own = leaf.length > 0 ? leaf : elements.length > 0 ? [] : facetsIn(item.path.join(' '))
  const besides = elements.filter(id => !own.includes(id))
  return [
    ...own.map((id, index) => ({ id, weight: index === 0 ? 1 : 0.9 })),
    ...besides.map(id => ({ id, weight: own.length > 0 ? ELEMENT_FACET : 1 })),
  ]
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (const piece of fold(text)
    .replace(WEAK_PATTERN, ' ')
    .split(/[^\p{L}\p{N}]+/u)) {
    for (let at = 0; at + 2 <= piece.length; at++) grams.add(piece.slice(at, at + 2))
  }
  return grams
}

/** Computes the features that the ranking compares; pure, independent of the other side. */
export function featuresOf(item: AlignableItem): Features {
  const elements = item.elements ?? []
  const path = narrowest(conceptsIn(item.path.join(' ')))
  const fromElements = conceptsIn(elements.join(' '), ELEMENT_WEIGHT)
  const fromArea = conceptsIn(item.area ?? '', AREA_WEIGHT)
  const besides = [...fromArea, ...fromElements]
  const concepts = path.length > 0 ? path : narrowest(fromArea.length > 0 ? fromArea : fromElements)
  return {
    item,
    name: fold(item.path.join('')),
    concepts,
    context: besides.filter(hit => !concepts.some(own => own.id === hit.id)),
    facets: facetsOf(item),
    grams: gramsOf(item.path.join(' ')),
    leafGrams: gramsOf(item.path[item.path.length - 1] ?? ''),
    elementGrams: gramsOf(elements.join(' ')),
    elements: new Set(elements.map(fold)),
  }
}

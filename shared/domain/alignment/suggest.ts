import { CONCEPTS } from '../../data/alignment'
import { type AlignableItem, conceptsIn, type ConceptHit, type Features, featuresOf, fold } from './features'

export type { AlignableItem } from './features'

/** Relation of the village item to the catalogue item. */
export type Relation = 'same' | 'subset' | 'successor'

export interface Suggestion {
  catalogueId: string
  /** 0 (nothing in common) to 1 (the same name). */
  score: number
  relation: Relation
  /** In Chinese, for the clerk who decides. */
  reasons: string[]
}

export interface Alignment {
  villageId: string
  suggestions: Suggestion[]
  /** Nothing in the catalogue matches well enough: a matter of the village's own. */
  villageOnly: boolean
}

/** Below it a match is not worth a clerk's look; measured on the labelled pairs in test/unit/alignment. */
const WORTH_SHOWING = 0.25
/** Below it the best match does not carry: the item is the village's own. */
const CARRIES = 0.42

const WITHIN = new Map(CONCEPTS.map(concept => [concept.id, concept.within ?? null]))

interface Shared {
  /** Share of the matters of both that are common, 0–1. */
  likeness: number
  pairs: { village: ConceptHit; catalogue: ConceptHit }[]
  /** One of the two is a part of the other. */
  wider: boolean
}

const covers = (wide: string, narrow: string) => WITHIN.get(narrow) === wide

function sharedConcepts(village: readonly ConceptHit[], catalogue: readonly ConceptHit[]): Shared {
  const pairs: Shared['pairs'] = []
  let points = 0
  let wider = false
  for (const ours of village) {
    const equal = catalogue.find(theirs => theirs.id === ours.id)
    const part = catalogue.find(theirs => covers(theirs.id, ours.id) || covers(ours.id, theirs.id))
    if (equal) {
      points += 1
      pairs.push({ village: ours, catalogue: equal })
    } else if (part) {
      points += 0.5
      wider = true
      pairs.push({ village: ours, catalogue: part })
    }
  }
  const most = Math.max(village.length, catalogue.length)
  const fewest = Math.min(village.length, catalogue.length)
  if (most === 0 || fewest === 0) return { likeness: 0, pairs, wider }
  // A village lumps several matters into one line: its part in common counts more than what is left over.
  const likeness = Math.min(1, 0.65 * (points / fewest) + 0.35 * (points / most))
  return { likeness, pairs, wider: wider || (pairs.length > 0 && most > fewest) }
}

function gramLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const common = [...a].filter(gram => b.has(gram)).length
  return 0.5 * (common / Math.min(a.size, b.size)) + 0.5 * ((2 * common) / (a.size + b.size))
}

/** A village publishes results unless it says otherwise; lists of the persons are nearest to that. */
const NEAR_FACETS: Record<string, readonly string[]> = {
  审批: ['审核', '资金', '终止'],
  审核: ['审批'],
  终止: ['审批', '审核'],
  资金: ['审批', '计划'],
  计划: ['资金', '政策'],
  指南: ['政策'],
  政策: ['指南'],
}

function facetLikeness(village: Features, catalogue: Features): number {
  const wanted = village.facet ?? '审批'
  if (catalogue.facet === null) return 0.6
  if (wanted === catalogue.facet) return village.facet === null ? 0.8 : 1
  return NEAR_FACETS[wanted]?.includes(catalogue.facet) ? 0.5 : 0.15
}

interface Judged extends Suggestion {
  order: number
}

function judge(village: Features, catalogue: Features, order: number): Judged {
  const catalogueConcepts = catalogue.concepts.length > 0 ? catalogue.concepts : catalogue.areaConcepts
  const shared = sharedConcepts(village.concepts, catalogueConcepts)
  const byArea = catalogue.concepts.length === 0
  const grams = gramLikeness(village.grams, catalogue.grams)
  const facet = facetLikeness(village, catalogue)
  const sameName = fold(village.item.path.join('')) === fold(catalogue.item.path.join(''))
  const concept = shared.likeness * (byArea ? 0.8 : 1)
  const matter = Math.max(concept, 0.95 * grams, 0.7 * concept + 0.3 * grams)
  const apart = village.concepts.length > 0 && catalogueConcepts.length > 0 && shared.pairs.length === 0
  const score = sameName ? 1 : matter * (apart ? 0.45 : 1) * (0.7 + 0.3 * facet)
  return {
    catalogueId: catalogue.item.id,
    score: Math.round(Math.min(score, 1) * 1000) / 1000,
    relation: relationOf(shared),
    reasons: reasonsFor(village, catalogue, shared, { grams, facet, sameName }),
    order,
  }
}

function relationOf({ pairs, wider }: Shared): Relation {
  if (pairs.some(pair => pair.village.former !== pair.catalogue.former)) return 'successor'
  return wider ? 'subset' : 'same'
}

function pairReason({ village, catalogue }: Shared['pairs'][number]): string {
  if (village.former !== catalogue.former) {
    return `“${village.name}”和“${catalogue.name}”是同一事项的旧称与新称`
  }
  if (village.id !== catalogue.id) return `“${village.name}”和“${catalogue.name}”是部分与整体`
  if (village.name === catalogue.name) return `都写“${village.name}”`
  return `“${village.name}”就是“${catalogue.name}”`
}

function reasonsFor(
  village: Features,
  catalogue: Features,
  shared: Shared,
  found: { grams: number; facet: number; sameName: boolean },
): string[] {
  if (found.sameName) return ['名称相同']
  const reasons = shared.pairs.map(pairReason)
  if (reasons.length === 0 && found.grams > 0) {
    const common = [...village.grams].filter(gram => catalogue.grams.has(gram))
    if (common.length > 0) reasons.push(`名称里都有“${common.slice(0, 3).join('”“')}”`)
  }
  if (village.facet && village.facet === catalogue.facet) reasons.push(`都是${village.facet}信息`)
  if (found.facet < 0.3) {
    reasons.push(`信息类型不同：村里是${village.facet ?? '结果'}，目录是${catalogue.facet}`)
  }
  return reasons
}

/** The matters of a village item, from its path; where that names none, from its elements. */
function villageFeatures(item: AlignableItem): Features {
  const features = featuresOf(item)
  if (features.concepts.length > 0) return features
  return { ...features, concepts: conceptsIn((item.elements ?? []).join(' ')) }
}

/**
 * 对齐建议: ranks catalogue items for each village item, with a score and the reasons in words.
 * Nothing is decided here: a clerk confirms or rejects. Clause 二(五): 依据本级目录指导村级建立公开事项清单.
 */
export function suggestAlignment(
  village: readonly AlignableItem[],
  catalogue: readonly AlignableItem[],
  top = 5,
): Alignment[] {
  const candidates = catalogue.map(featuresOf)
  return village.map(item => {
    const features = villageFeatures(item)
    const judged = candidates.map((candidate, order) => judge(features, candidate, order))
    judged.sort((a, b) => b.score - a.score || a.order - b.order)
    const best = judged[0]?.score ?? 0
    const needed = features.selfGovernment && features.concepts.length === 0 ? 0.75 : CARRIES
    const shown = judged.filter(row => row.score >= WORTH_SHOWING).slice(0, top)
    return {
      villageId: item.id,
      suggestions: shown.map(({ catalogueId, score, relation, reasons }) => ({
        catalogueId,
        score,
        relation,
        reasons,
      })),
      villageOnly: best < needed,
    }
  })
}

import type { Features } from './features'
import type { ConceptPair } from './likeness'

export interface Found {
  pairs: readonly ConceptPair[]
  /** Similarity of the facets. */
  facet: number
  sameName: boolean
}

const SHOWN = 3

function pairReason({ village, catalogue }: ConceptPair): string {
  if (village.former !== catalogue.former) {
    return `“${village.name}”和“${catalogue.name}”是同一事项的旧称与新称`
  }
  if (village.id !== catalogue.id) return `“${village.name}”和“${catalogue.name}”是部分与整体`
  if (village.name === catalogue.name) return `都写“${village.name}”`
  return `“${village.name}”就是“${catalogue.name}”`
}

const quoted = (words: readonly string[]) => `“${words.slice(0, SHOWN).join('”“')}”`

/** Explains the similarity in Chinese, for the clerk who decides. */
export function reasonsFor(village: Features, catalogue: Features, found: Found): string[] {
  if (found.sameName) return ['名称相同']
  const reasons = found.pairs.map(pairReason)
  const common = [...village.grams].filter(gram => catalogue.grams.has(gram))
  if (reasons.length === 0 && common.length > 0) reasons.push(`名称里都有${quoted(common)}`)
  const elements = [...village.elements].filter(label => catalogue.elements.has(label))
  if (elements.length > 0) reasons.push(`公开内容都有${quoted(elements)}`)
  const [ours, theirs] = [village.facets[0]?.id, catalogue.facets[0]?.id]
  if (ours && catalogue.facets.some(facet => facet.id === ours)) reasons.push(`都是${ours}信息`)
  if (found.facet < 0.3 && theirs) reasons.push(`信息类型不同：村里是${ours ?? '结果'}，目录是${theirs}`)
  return reasons
}

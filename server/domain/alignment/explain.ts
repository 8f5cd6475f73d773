import type { Corpus } from './corpus'
import type { Features } from './features'
import { lexiconOf, type Reading } from './pairFeatures'
import { MATTERS } from './phrases/bank'
import type { MatterMatch } from './phrases/match'
import type { Ranking } from './ranker'
import { reasonsFor } from './reasons'
import { fold } from './text/fold'
import type { SharedConcepts } from './likeness'

/** Relation of the village item to the catalogue item. */
export type Relation = 'same' | 'subset' | 'successor'

export interface Explained {
  relation: Relation
  reasons: string[]
}

/** Mass of a matter from which it is worth a reason. */
const TELLING = 0.1

/** The matter through which the line comes to the row; null when no phrase leads there. */
function leading({ matters }: Reading, corpus: Corpus, at: number): MatterMatch | null {
  let found: MatterMatch | null = null
  let most = TELLING
  for (const match of matters) {
    const mass = match.share * (corpus.links[at]!.get(match.matter) ?? 0)
    if (mass <= most) continue
    most = mass
    found = match
  }
  return found
}

/** The line uses the name of an earlier policy that the row no longer has. */
const isFormer = (match: MatterMatch | null, line: Features, row: Features): boolean =>
  match !== null &&
  match.former &&
  line.name.includes(fold(match.phrase)) &&
  !row.name.includes(fold(match.phrase))

function relationOf(
  shared: SharedConcepts,
  match: MatterMatch | null,
  line: Features,
  row: Features,
): Relation {
  if (shared.pairs.some(pair => pair.village.former && !pair.catalogue.former)) return 'successor'
  if (isFormer(match, line, row)) return 'successor'
  return shared.wider ? 'subset' : 'same'
}

function phraseReason(match: MatterMatch, row: Features): string[] {
  const [name = ''] = MATTERS[match.matter]!.names
  if (row.name.includes(fold(match.phrase))) return []
  return [
    match.former ? `“${match.phrase}”是“${name}”的旧称` : `最像“${match.phrase}”这种说法，说的是“${name}”`,
  ]
}

const repairReason = ({ readings, picked }: Ranking, at: number): string[] =>
  picked[at] === 1 ? [`有一个字可能写错了，按“${readings[1]!.line.name}”比对`] : []

/** The reason where nothing but the rank speaks for a row. */
export const NOTHING_NEARER = '目录里没有更接近的事项'

/** Says how a line relates to a row, and why it is suggested. */
export function explain(ranking: Ranking, corpus: Corpus, at: number): Explained {
  const reading = ranking.readings[ranking.picked[at]!]!
  const row = corpus.rows[at]!
  const { shared, facet, sameName } = lexiconOf(reading, corpus, at)
  if (sameName && ranking.picked[at] === 0) return { relation: 'same', reasons: ['名称相同'] }
  const match = leading(reading, corpus, at)
  const said = reasonsFor(reading.line, row, { pairs: shared.pairs, facet, sameName })
  const phrase = match ? phraseReason(match, row) : []
  const reasons = [...repairReason(ranking, at), ...(shared.pairs.length > 0 ? said : [...phrase, ...said])]
  return {
    relation: relationOf(shared, match, reading.line, row),
    reasons: reasons.length > 0 ? [...new Set(reasons)] : [NOTHING_NEARER],
  }
}

import { corpusOf, type Corpus } from './corpus'
import type { AlignableItem } from './features'
import type { Meaning } from './meaning'
import weights from './model/weights.json'
import weightsWithModel from './model/weightsWithModel.json'
import { ownProbability } from './ownership'
import { explain, type Explained, type Relation } from './explain'
import { type Ranking, rankRows, type Weights } from './ranker'

export type { AlignableItem } from './features'

export interface Suggestion {
  catalogueId: string
  /** Probability that a clerk would choose it, 0–1; 1 = the same name. */
  score: number
  relation: Relation
  /** Reasons in Chinese, for the clerk who decides. */
  reasons: string[]
}

export interface Alignment {
  villageId: string
  /** The nearest items, the likeliest first; empty only where the catalogue is. */
  suggestions: Suggestion[]
  /** No catalogue item matches well enough: the item is specific to the village. */
  villageOnly: boolean
}

/** A catalogue item with the village items that may correspond to it. */
export interface Coverage {
  catalogueId: string
  suggestions: (Omit<Suggestion, 'catalogueId'> & { villageId: string })[]
  /** No village item matches well enough. */
  missing: boolean
}

/** Score of a suggestion that is worth a look; below it hardly any is right. */
export const CARRIES = 0.3
/** Score from which hardly any suggestion is wrong. */
export const SURE = 0.75
/** Share of rows that are village matters from which a catalogue counts as one that lists them. */
export const LISTS_VILLAGE_ROWS = 0.02

/** Where a catalogue lists village matters itself more lines have a row there than it seems: it takes more to be sure. */
const ownFrom = ({ ownShare }: Corpus, { ownFrom: from }: Weights): number =>
  from[ownShare >= LISTS_VILLAGE_ROWS ? 1 : 0]!
/** Score below which a suggestion says nothing: a line with no better one is the village's own. */
export const FAINT = 0.1

interface Judged {
  item: AlignableItem
  ranking: Ranking
  scores: Float64Array
  villageOnly: boolean
}

const rounded = (score: number) => Math.round(score * 1000) / 1000

/** The corpus of a list of items, kept as long as the list. */
const corpora = new WeakMap<readonly AlignableItem[], Corpus>()

function corpusFor(catalogue: readonly AlignableItem[]): Corpus {
  const known = corpora.get(catalogue)
  if (known) return known
  const made = corpusOf(catalogue)
  corpora.set(catalogue, made)
  return made
}

function judge(item: AlignableItem, corpus: Corpus, meaning: Meaning | null = null): Judged {
  const fitted: Weights = meaning ? weightsWithModel : weights
  const ranking = rankRows(item, corpus, fitted, meaning)
  const own = ranking.top < 0 ? 1 : ownProbability(ranking, corpus, fitted)
  const name = ranking.readings[0]!.line.name
  const scores = ranking.shares.map((share, at) =>
    corpus.rows[at]!.name === name ? 1 : rounded(share * (1 - own)),
  )
  const isSame = scores.includes(1)
  return { item, ranking, scores, villageOnly: !isSame && own >= ownFrom(corpus, fitted) }
}

/** Rows by falling score; equal ones by the linear score, then in the order of the catalogue. */
function inOrder({ scores, ranking }: Judged): number[] {
  const rows = [...scores.keys()]
  return rows.sort((a, b) => scores[b]! - scores[a]! || ranking.scores[b]! - ranking.scores[a]! || a - b)
}

const described = (judged: Judged, corpus: Corpus, at: number): Explained & { score: number } => ({
  score: judged.scores[at]!,
  ...explain(judged.ranking, corpus, at),
})

/** Leaves an item to the line that is surest of it: of two lines that are the same item, one is a part of it. */
function keepOneSame(alignments: readonly Alignment[]): void {
  const holders = new Map<string, Suggestion>()
  for (const { suggestions } of alignments) {
    const first = suggestions[0]
    if (first?.relation !== 'same') continue
    const holder = holders.get(first.catalogueId)
    if (!holder || first.score > holder.score) {
      if (holder) holder.relation = 'subset'
      holders.set(first.catalogueId, first)
    } else first.relation = 'subset'
  }
}

/**
 * Suggests alignments 对齐建议: ranks catalogue items for each village item, with a score and reasons. Decides
 * nothing: a clerk confirms or rejects. Clause 二(五): 依据本级目录指导村级建立公开事项清单.
 */
export function suggestAlignment(
  village: readonly AlignableItem[],
  catalogue: readonly AlignableItem[],
  top = 5,
  meaning: Meaning | null = null,
): Alignment[] {
  const corpus = corpusFor(catalogue)
  const alignments = village.map(item => {
    const judged = judge(item, corpus, meaning)
    return {
      villageId: item.id,
      suggestions: inOrder(judged)
        .slice(0, top)
        .map(at => ({ catalogueId: catalogue[at]!.id, ...described(judged, corpus, at) })),
      villageOnly: judged.villageOnly,
    }
  })
  keepOneSame(alignments)
  return alignments
}

const TAKEN = '村里已经直接采用这一项，所以是其中的一部分'

/** Suggests an item that another line is the same as, e.g. an adopted one, as the whole of which a line is a part. */
export const besideTaken = (
  { suggestions, ...alignment }: Alignment,
  taken: ReadonlySet<string>,
): Alignment => ({
  ...alignment,
  suggestions: suggestions.map(one =>
    one.relation === 'same' && taken.has(one.catalogueId)
      ? { ...one, relation: 'subset', reasons: [TAKEN, ...one.reasons] }
      : one,
  ),
})

/** Computes the coverage 覆盖情况, the reverse: for each catalogue item the village items that may correspond to it. */
export function suggestCoverage(
  village: readonly AlignableItem[],
  catalogue: readonly AlignableItem[],
  top = 5,
): Coverage[] {
  const corpus = corpusFor(catalogue)
  const lines = village.map(item => judge(item, corpus))
  return catalogue.map(({ id }, at) => {
    const ranked = lines
      .filter(({ scores }) => scores[at]! >= FAINT)
      .sort((a, b) => b.scores[at]! - a.scores[at]!)
    return {
      catalogueId: id,
      suggestions: ranked
        .slice(0, top)
        .map(judged => ({ villageId: judged.item.id, ...described(judged, corpus, at) })),
      missing: (ranked[0]?.scores[at] ?? 0) < CARRIES,
    }
  })
}

import type { Corpus } from './corpus'
import { FEATURE_COUNT, FEATURE_NAMES } from './pairFeatures'
import { MATTERS } from './phrases/bank'
import type { MatterMatch } from './phrases/match'
import type { Ranking, Weights } from './ranker'

/** Names of the features of a line that no row answers, in the order of the weights; the constant comes last. */
export const OWN_NAMES = [
  'ownMass',
  'freeMass',
  'freeLead',
  'topScore',
  'topShare',
  'topMatter',
  'topLine',
  'topLexicon',
  'topConcepts',
  'villageWords',
  'sameName',
  'bestPhrase',
  'villageCatalogue',
  'meaningOwn',
  'meaningFree',
  'ownBeside',
  'meaningOwnBeside',
  'topMeaning',
  'topMeaningMatter',
  'constant',
] as const

/** Words of what a village or a community does for itself. */
const VILLAGE_WORDS =
  /本村|村集体|集体|村干部|村两委|村部|村民代表|村规|党员|党费|支部|小区|业主|物业|楼栋|楼道|社区|祠堂|村民小组|组长|队里|分红|承包|误工|红白|积分|公章|值班|广场舞|村里自己|村里给|村级/

const valueOf = (name: (typeof FEATURE_NAMES)[number]) => FEATURE_NAMES.indexOf(name)
const SHOWN = {
  matter: valueOf('matter'),
  line: valueOf('lineShare'),
  lexicon: valueOf('lexicon'),
  concepts: valueOf('concepts'),
  same: valueOf('sameName'),
  meaning: valueOf('meaningPath'),
  meaningMatter: valueOf('meaningMatter'),
}

/** Mass of the village's own matters and of all matters that no row carries. */
function freeMasses(matters: readonly MatterMatch[], { carried }: Corpus): [own: number, free: number] {
  let [own, free] = [0, 0]
  for (const { matter, share } of matters) {
    free += share * (1 - carried[matter]!)
    if (MATTERS[matter]!.own) own += share * (1 - carried[matter]!)
  }
  return [own, free]
}

/** Mass of the village's own matters that the likeliest row is not about. */
function ownBeside(matters: readonly MatterMatch[], { links }: Corpus, top: number): number {
  let beside = 0
  for (const { matter, share } of matters) {
    if (MATTERS[matter]!.own) beside += share * (1 - (links[top]?.get(matter) ?? 0))
  }
  return beside
}

/** Features of a line that no row answers, in the order of OWN_NAMES. */
export function ownFeatures({ readings, scores, shares, picked, top }: Ranking, corpus: Corpus): number[] {
  const reading = readings[picked[top] ?? 0]!
  const { matters, values, line } = reading
  let [free, tied] = [0, 0]
  for (const { matter, likeness } of matters) {
    const sure = corpus.carried[matter]!
    free = Math.max(free, likeness * (1 - sure))
    tied = Math.max(tied, likeness * sure)
  }
  const value = (at: number) => (top < 0 ? 0 : values[top * FEATURE_COUNT + at]!)
  const isVillage = VILLAGE_WORDS.test(line.name) && !VILLAGE_WORDS.test(corpus.rows[top]?.name ?? '')
  return [
    ...freeMasses(matters, corpus),
    free - tied,
    top < 0 ? 0 : scores[top]! / 10,
    shares[top] ?? 0,
    value(SHOWN.matter),
    value(SHOWN.line),
    value(SHOWN.lexicon),
    value(SHOWN.concepts),
    isVillage ? 1 : 0,
    value(SHOWN.same),
    matters[0]?.likeness ?? 0,
    corpus.ownShare,
    ...freeMasses(reading.meant, corpus),
    ownBeside(matters, corpus, top),
    ownBeside(reading.meant, corpus, top),
    value(SHOWN.meaning) / 3,
    value(SHOWN.meaningMatter),
    1,
  ]
}

/** Probability that no row answers the line, 0–1. */
export function ownProbability(ranking: Ranking, corpus: Corpus, { own }: Weights): number {
  const sum = ownFeatures(ranking, corpus).reduce((all, value, at) => all + value * own[at]!, 0)
  return 1 / (1 + Math.exp(-sum))
}

import type { SplitRule } from '@shared/facts/power/splitting'
import { ruleMoney } from '@shared/power/words'

/** A case as input of the split alarm 拆分提醒. `thresholds`: amounts in fen that trigger stricter rules. */
export interface SplitCandidate {
  id: string
  itemCode: string
  title: string
  payee: string | null
  amountFen: number
  openedOn: string
  thresholds: readonly number[]
}

/** Cases of one item that each stay just under a threshold but exceed it together. */
export interface Suspicion {
  itemCode: string
  thresholdFen: number
  sumFen: number
  /** Common property that connects them. */
  same: readonly ('payee' | 'purpose')[]
  /** In order of opening. */
  ids: readonly string[]
}

const COUNTERS = /第?[0-9０-９零一二三四五六七八九十百]+(?:年|月|日|号|期|批|段|次|标段|处|个|部分)?/gu
const MARKS = /[\s\p{P}\p{S}]/gu

/** Returns the words of a purpose without numbers, dates and 第几批, which distinguish its parts. */
export const purposeWords = (title: string): string => title.replace(COUNTERS, '').replace(MARKS, '')

const pairsOf = (text: string): Set<string> => {
  const letters = [...text]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`))
}

/** Returns the percentage of letter pairs that two titles share. */
function alike(a: string, b: string): number {
  const [words, others] = [purposeWords(a), purposeWords(b)]
  if (words === others) return words === '' ? 0 : 100
  const [pairs, more] = [pairsOf(words), pairsOf(others)]
  const common = [...pairs].filter(pair => more.has(pair)).length
  const all = pairs.size + more.size
  return all === 0 ? 0 : (200 * common) / all
}

const payeeName = (payee: string | null): string => payee?.replace(MARKS, '') ?? ''

const DAY_MS = 86_400_000
const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS

/** Returns the threshold that an amount stays just under; null if there is none. */
export function justUnder(
  { amountFen, thresholds }: Pick<SplitCandidate, 'amountFen' | 'thresholds'>,
  rule: SplitRule,
): number | null {
  const above = thresholds.filter(threshold => threshold > amountFen)
  const next = above.length > 0 ? Math.min(...above) : null
  return next !== null && amountFen * 100 >= next * rule.fromPercent ? next : null
}

interface Candidate extends SplitCandidate {
  under: number
}

function sameness(a: Candidate, b: Candidate, rule: SplitRule): ('payee' | 'purpose')[] {
  const together =
    a.itemCode === b.itemCode && a.under === b.under && daysBetween(a.openedOn, b.openedOn) <= rule.withinDays
  if (!together) return []
  const payee = payeeName(a.payee) !== '' && payeeName(a.payee) === payeeName(b.payee)
  const purpose = alike(a.title, b.title) >= rule.alikePercent
  return [...(payee ? (['payee'] as const) : []), ...(purpose ? (['purpose'] as const) : [])]
}

interface Cluster {
  members: Candidate[]
  same: Set<'payee' | 'purpose'>
}

/** Adds a case to the clusters it is connected with and merges them. */
function joined(clusters: readonly Cluster[], matter: Candidate, rule: SplitRule): Cluster[] {
  const found: Cluster = { members: [matter], same: new Set() }
  const rest: Cluster[] = []
  for (const cluster of clusters) {
    const same = cluster.members.flatMap(member => sameness(member, matter, rule))
    if (same.length === 0) rest.push(cluster)
    else {
      found.members.push(...cluster.members)
      found.same = new Set([...found.same, ...cluster.same, ...same])
    }
  }
  return [...rest, found]
}

const KINDS = ['payee', 'purpose'] as const
const inTime = (a: SplitCandidate, b: SplitCandidate): number =>
  a.openedOn === b.openedOn ? (a.id < b.id ? -1 : 1) : a.openedOn < b.openedOn ? -1 : 1

/**
 * Finds suspected splitting 疑似拆分 among the cases of one village: several of the same item, each just under the
 * same threshold, together at or above it, opened within the days of the rule, for the same payee or purpose. A
 * question, not an accusation.
 */
export function suspicionsIn(matters: readonly SplitCandidate[], rule: SplitRule): Suspicion[] {
  const candidates = [...matters].sort(inTime).flatMap(matter => {
    const under = justUnder(matter, rule)
    return under === null ? [] : [{ ...matter, under }]
  })
  const clusters = candidates.reduce<Cluster[]>((all, matter) => joined(all, matter, rule), [])
  return clusters.flatMap(({ members, same }) => {
    const [first] = members
    const sumFen = members.reduce((sum, { amountFen }) => sum + amountFen, 0)
    if (!first || members.length < 2 || sumFen < first.under) return []
    return [
      {
        itemCode: first.itemCode,
        thresholdFen: first.under,
        sumFen,
        same: KINDS.filter(kind => same.has(kind)),
        ids: members.sort(inTime).map(({ id }) => id),
      },
    ]
  })
}

const SAME_WORDS = { payee: '收款方相同', purpose: '用途相近' }

/** Explains in Chinese why they are shown together, and that this is a question. */
export function suspicionWords({ ids, same, thresholdFen, sumFen }: Suspicion, rule: SplitRule): string {
  const joins = same.map(kind => SAME_WORDS[kind]).join('、')
  return `${ids.length}件事${joins}，前后相隔不超过${rule.withinDays}天，每件都不到${ruleMoney(thresholdFen)}，合计${ruleMoney(sumFen)}。疑似拆分，请核实。`
}

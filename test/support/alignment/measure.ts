import { type Alignment, suggestAlignment } from '../../../server/domain/alignment/suggest'
import { type LabelledPair, catalogueOf } from './labelled'

export interface Measured {
  /** Lines that have a match, and of these: the right item first, the right item among the first three. */
  matched: number
  first: number
  firstThree: number
  /** The village's own matters, and of these: recognised as such. */
  own: number
  ownFound: number
  /** Lines with a match that were called the village's own. */
  falseOwn: number
  /** What went wrong, in one line each. */
  faults: string[]
}

const CANDIDATES = {
  town: catalogueOf('town'),
  county: catalogueOf('county'),
  reference: catalogueOf('reference'),
}

const suggest = ({ catalogue, path, area, elements }: LabelledPair): Alignment =>
  suggestAlignment([{ id: 'v', path, area, elements }], CANDIDATES[catalogue], 3)[0]!

function countOwn(total: Measured, name: string, { villageOnly, suggestions }: Alignment): void {
  total.own += 1
  if (villageOnly) total.ownFound += 1
  else total.faults.push(`${name}: not seen as the village's own (${suggestions[0]?.catalogueId})`)
}

function countMatched(total: Measured, pair: LabelledPair, { villageOnly, suggestions }: Alignment): void {
  const ids = suggestions.map(row => row.catalogueId)
  const isFirst = pair.match.includes(ids[0] ?? '')
  total.matched += 1
  if (isFirst) total.first += 1
  if (ids.some(id => pair.match.includes(id))) total.firstThree += 1
  if (villageOnly) total.falseOwn += 1
  if (isFirst && !villageOnly) return
  const shown = suggestions.map(row => `${row.catalogueId} ${row.score}`).join(', ')
  total.faults.push(`${pair.path.join(' › ')}: wanted ${pair.match.join(' or ')}, got ${shown}`)
}

/** Figures of the ranking over labelled lines. */
export function measure(pairs: readonly LabelledPair[]): Measured {
  const total: Measured = {
    matched: 0,
    first: 0,
    firstThree: 0,
    own: 0,
    ownFound: 0,
    falseOwn: 0,
    faults: [],
  }
  for (const pair of pairs) {
    const found = suggest(pair)
    if (pair.match.length === 0) countOwn(total, pair.path.join(' › '), found)
    else countMatched(total, pair, found)
  }
  return total
}

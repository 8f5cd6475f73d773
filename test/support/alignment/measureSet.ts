import {
  type AlignableItem,
  type Alignment,
  suggestAlignment,
} from '../../../server/domain/alignment/suggest'
import { isUnseen, loadSet, type SetLine, type SetName } from './sets'

export interface GroupFigures {
  lines: number
  first: number
  firstThree: number
  /** First by letter pairs alone, ties counted for them. */
  pairsFirst: number
}

export interface SetFigures {
  groups: Record<string, GroupFigures>
  /** The village's own lines, those called so, and the right ones of these. */
  own: number
  said: number
  saidRightly: number
  /** Lines with an answer that is not among the suggestions, one line each. */
  faults: string[]
}

const pairsOf = (text: string) => {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
}

/** The plain measure to be better than: Dice coefficient of the letter pairs of area, path and elements. */
function bestByPairs(
  line: SetLine,
  rows: readonly { id: string; pairs: ReadonlySet<string> }[],
): ReadonlySet<string> {
  const ours = pairsOf(line.path.join(''))
  const scores = rows.map(({ pairs }) => {
    const common = [...ours].filter(pair => pairs.has(pair)).length
    return (2 * common) / (ours.size + pairs.size || 1)
  })
  const most = Math.max(...scores)
  return new Set(most === 0 ? [] : rows.filter((_, at) => scores[at] === most).map(({ id }) => id))
}

const EMPTY: GroupFigures = { lines: 0, first: 0, firstThree: 0, pairsFirst: 0 }

function count(
  figures: SetFigures,
  { accept, group, path }: SetLine,
  { suggestions, villageOnly }: Alignment,
  byPairs: ReadonlySet<string>,
): void {
  if (villageOnly) figures.said += 1
  if (accept.length === 0) {
    figures.own += 1
    if (villageOnly) figures.saidRightly += 1
    else figures.faults.push(`${path.join(' › ')}: the village’s own, got ${suggestions[0]?.catalogueId}`)
    return
  }
  const right = new Set(accept.map(([id]) => id))
  const place = suggestions.findIndex(({ catalogueId }) => right.has(catalogueId))
  const known = (figures.groups[group] ??= { ...EMPTY })
  known.lines += 1
  if (place === 0) known.first += 1
  if (place >= 0 && place < 3) known.firstThree += 1
  if ([...byPairs].some(id => right.has(id))) known.pairsFirst += 1
  if (place !== 0) {
    figures.faults.push(
      `${path.join(' › ')}: wanted ${[...right].join()}, got ${suggestions[0]?.catalogueId}`,
    )
  }
}

type Suggest = (
  village: readonly AlignableItem[],
  catalogue: readonly AlignableItem[],
  top: number,
) => Alignment[]

/** Figures of a set; `unseen`: only the lines that no weight was fitted on. */
export function measureSet(name: SetName, unseen: boolean, suggest: Suggest = suggestAlignment): SetFigures {
  const set = loadSet(name)
  const lines = set.lines.filter((line, at) => isUnseen(name, set, line, at) === unseen)
  const village = lines.map(({ path, area }, at) => ({ id: `v${at}`, path, area }))
  const rows = set.catalogue.map(({ id, area, path, elements = [] }) => ({
    id,
    pairs: pairsOf([area, ...path, ...elements].join('')),
  }))
  const figures: SetFigures = { groups: {}, own: 0, said: 0, saidRightly: 0, faults: [] }
  suggest(village, set.catalogue, 5).forEach((found, at) =>
    count(figures, lines[at]!, found, bestByPairs(lines[at]!, rows)),
  )
  return figures
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1))

export function sumOf(figures: SetFigures): GroupFigures {
  const total = { ...EMPTY }
  for (const group of Object.values(figures.groups)) {
    for (const key of ['lines', 'first', 'firstThree', 'pairsFirst'] as const) total[key] += group[key]
  }
  return total
}

/** One line for the figures’ page. */
export function described(figures: SetFigures): string {
  const of = ({ lines, first, firstThree, pairsFirst }: GroupFigures) =>
    `${percent(first, lines)}/${percent(firstThree, lines)} (pairs ${percent(pairsFirst, lines)}, ${lines} lines)`
  const groups = Object.entries(figures.groups).map(([name, group]) => `${name} ${of(group)}`)
  return `first/among three ${of(sumOf(figures))}; ${groups.join(', ')}; village-only recall ${percent(
    figures.saidRightly,
    figures.own,
  )}, precision ${percent(figures.saidRightly, figures.said)}`
}

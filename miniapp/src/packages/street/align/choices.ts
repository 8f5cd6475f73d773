import { flatMap } from '@shared/common/lists'
import type { AlignmentLine, LinkDecision, LinkRelation } from '@shared/contract/catalogues/alignment'

/** What a clerk has in mind for a line: an item of the street's catalogue, or the village's own matter. */
export interface Choice {
  itemKey: string | null
  /** Item path in one line, for the eye. */
  name: string
  relation: LinkRelation
}

export const VILLAGE_ONLY: Choice = { itemKey: null, name: '村里特有', relation: 'village-only' }

export const nameOf = (path: readonly string[]): string => path.join(' › ')

const staleLink = (line: AlignmentLine) => line.links.find(({ state }) => state === 'stale')

/** Proposed to the clerk: what took a lost item's place, else the likeliest item, else the village's own; null: no proposal. */
export function proposed(line: AlignmentLine): Choice | null {
  if (!line.open) return null
  const best = staleLink(line)?.successor ?? (line.villageOnly ? undefined : line.suggestions[0])
  if (best) return { itemKey: best.itemKey, name: nameOf(best.path), relation: best.relation }
  return line.villageOnly ? VILLAGE_ONLY : null
}

const seenOf = (line: AlignmentLine, itemKey: string | null) =>
  line.links.find(link => link.itemKey === itemKey)?.version ?? 0

export const decided = (
  line: AlignmentLine,
  decision: LinkDecision['decision'],
  { itemKey, relation }: Pick<Choice, 'itemKey' | 'relation'>,
): LinkDecision => ({ villageKey: line.key, itemKey, decision, relation, seen: seenOf(line, itemKey) })

/** Confirms the choice; a link whose item is gone gives way to it. */
export const confirmed = (line: AlignmentLine, choice: Choice): LinkDecision[] => [
  ...line.links
    .filter(({ state, itemKey }) => state === 'stale' && itemKey !== choice.itemKey)
    .map(link => decided(line, 'reject', link)),
  decided(line, 'confirm', choice),
]

/** Everything that one press may confirm: the lines that are still open and have a choice. */
export const confirmedAll = (
  lines: readonly AlignmentLine[],
  choiceFor: (line: AlignmentLine) => Choice | null,
): LinkDecision[] =>
  flatMap(
    lines.filter(({ open }) => open),
    line => {
      const choice = choiceFor(line)
      return choice ? confirmed(line, choice) : []
    },
  )

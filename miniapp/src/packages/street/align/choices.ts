import { flatMap } from '@shared/common/lists'
import type { AlignmentLine, LinkDecision, LinkRelation } from '@shared/contract/catalogues/alignment'

/** A clerk's choice for a village item: an item of the street's catalogue, or the village's own. */
export interface Choice {
  itemKey: string | null
  /** Item path in one line, for display. */
  name: string
  relation: LinkRelation
}

export const VILLAGE_ONLY: Choice = { itemKey: null, name: '村里特有', relation: 'village-only' }

export const nameOf = (path: readonly string[]): string => path.join(' › ')

const staleLink = (line: AlignmentLine) => line.links.find(({ state }) => state === 'stale')

/**
 * Proposes a choice: the successor of a lost item, otherwise the most likely item, otherwise the village's own;
 * null: no proposal.
 */
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

/** Confirms the choice; it replaces a link whose item is gone. */
export const confirmed = (line: AlignmentLine, choice: Choice): LinkDecision[] => [
  ...line.links
    .filter(({ state, itemKey }) => state === 'stale' && itemKey !== choice.itemKey)
    .map(link => decided(line, 'reject', link)),
  decided(line, 'confirm', choice),
]

/** Collects what one press may confirm: open items with a choice. */
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

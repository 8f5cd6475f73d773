import type { LinkRelation } from '@shared/contract/catalogues/alignment'

/** A confirmed link of any village of the street. */
export interface Decision {
  villageCode: string
  /** Path of the village's item at the decision. */
  villagePath: readonly string[]
  /** Empty: the village's own. */
  itemKey: string
  relation: LinkRelation
}

/** What most villages decided of an item of this name. */
export interface Remembered {
  itemKey: string
  relation: LinkRelation
  /** Villages that decided so, of those that decided about the name. */
  villages: number
  of: number
}

export type AlignmentMemory = (path: readonly string[]) => Remembered | null

const SIGNS = /[\s·，、。：:（）()《》“”"-]/g
const nameOf = (path: readonly string[]): string => (path.at(-1) ?? '').replace(SIGNS, '')

const keyOf = ({ itemKey, relation }: Pick<Decision, 'itemKey' | 'relation'>): string =>
  `${relation}/${itemKey}`

interface Choice {
  decision: Decision
  villages: Set<string>
}

/** The choice of the most villages; null if as many chose otherwise. */
function favourite(choices: ReadonlyMap<string, Choice>): Remembered | null {
  const [best, second] = [...choices.values()].sort((a, b) => b.villages.size - a.villages.size)
  if (!best || second?.villages.size === best.villages.size) return null
  const all = new Set([...choices.values()].flatMap(({ villages }) => [...villages]))
  const { itemKey, relation } = best.decision
  return { itemKey, relation, villages: best.villages.size, of: all.size }
}

/** Remembers the decisions of the street's villages by the name of the item 各村怎么定的. */
export function memoryOf(decisions: readonly Decision[]): AlignmentMemory {
  const byName = new Map<string, Map<string, Choice>>()
  for (const decision of decisions) {
    const name = nameOf(decision.villagePath)
    const choices = byName.get(name) ?? new Map<string, Choice>()
    const choice = choices.get(keyOf(decision)) ?? { decision, villages: new Set<string>() }
    choice.villages.add(decision.villageCode)
    byName.set(name, choices.set(keyOf(decision), choice))
  }
  return path => favourite(byName.get(nameOf(path)) ?? new Map())
}

/** 28 个村都这样定. */
export const memoryWords = ({ villages, of }: Remembered): string =>
  villages === of ? `${villages} 个村都这样定` : `${villages} 个村这样定，${of - villages} 个村另有定法`

import { canonicalJson } from '@shared/common/hash'
import type { PowerItem } from '@shared/contract/power/item'
import { type ItemLine, linesOfItem } from './lines'

/** What a list says otherwise than the model 示范清单 that it was taken from. */
export interface ModelDifference {
  code: string
  /** The model's item; null: the list's own. */
  model: PowerItem | null
  reason: string | null
}

/** The model as it was when a list was adopted: items that stand in both alike are not kept twice. */
export interface TakenModel {
  version: number
  differences: readonly ModelDifference[]
}

/** A line that two editions of an item say differently; empty: it says nothing of it. */
export interface ChangedLine {
  label: string
  before: string
  after: string
}

/** An item as a model: no meeting has adopted it. */
export const asModel = (item: PowerItem): PowerItem => ({ ...item, adopted: null, inForce: null })

const isSame = (a: PowerItem, b: PowerItem): boolean =>
  canonicalJson(asModel(a)) === canonicalJson(asModel(b))

const byCode = (items: readonly PowerItem[]): Map<string, PowerItem> =>
  new Map(items.map(item => [item.code, item]))

/** What an edition of an item says otherwise than the one before, in the order of the later one. */
export function changedLines(before: PowerItem, after: PowerItem): ChangedLine[] {
  const [was, is] = [linesOfItem(before), linesOfItem(after)]
  const find = (lines: readonly ItemLine[], key: string) => lines.find(line => line.key === key)
  const gone = was.filter(({ key }) => !find(is, key))
  return [
    ...is.flatMap(({ key, label, words }) => {
      const old = find(was, key)?.words ?? ''
      return old === words ? [] : [{ label, before: old, after: words }]
    }),
    ...gone.map(({ label, words }) => ({ label, before: words, after: '' })),
  ]
}

/** How an item stands to the model. `absent`: the list leaves the model's item out. */
export type ModelRelation = 'adopted' | 'adapted' | 'added' | 'absent'

export function relationOf(item: PowerItem | null, model: PowerItem | null): ModelRelation {
  if (!item) return 'absent'
  if (!model) return 'added'
  return isSame(item, model) ? 'adopted' : 'adapted'
}

/**
 * What a list says otherwise than the model, with the reasons given; where the same difference stood before, its reason
 * holds on.
 */
export function differencesFrom(
  items: readonly PowerItem[],
  model: readonly PowerItem[],
  reasons: ReadonlyMap<string, string>,
  before: TakenModel | null,
): ModelDifference[] {
  const [mine, db] = [byCode(items), byCode(model)]
  const old = new Map(before?.differences.map(one => [one.code, one]))
  return [...new Set([...mine.keys(), ...db.keys()])].flatMap(code => {
    const its = db.get(code) ?? null
    if (relationOf(mine.get(code) ?? null, its) === 'adopted') return []
    const earlier = old.get(code)
    const holdsOn = earlier && (its ? earlier.model !== null && isSame(its, earlier.model) : !earlier.model)
    return [{ code, model: its, reason: reasons.get(code) ?? (holdsOn ? earlier.reason : null) }]
  })
}

/** Something that the model says otherwise than when the list was adopted. */
export interface ModelChange {
  code: string
  /** `unexplained`: the list leaves it out, and nobody has said why. */
  kind: 'new' | 'changed' | 'dropped' | 'unexplained'
  name: string
  lines: ChangedLine[]
  /** How the list stands to the model's item as it was. */
  relation: ModelRelation
}

function modelThen(
  mine: ReadonlyMap<string, PowerItem>,
  { differences }: TakenModel,
): Map<string, PowerItem> {
  const other = new Set(differences.map(({ code }) => code))
  const alike = [...mine.values()].filter(({ code }) => !other.has(code))
  const kept = differences.flatMap(({ model }) => model ?? [])
  return byCode([...alike, ...kept])
}

interface Editions {
  /** The list leaves it out; `silent`: and nobody has said why. */
  absent: boolean
  silent: boolean
  /** The model's item when the list was adopted, and as it is now. */
  before: PowerItem | null
  after: PowerItem | null
}

/** What there is to decide about an item; null: nothing. */
function kindOf({ absent, silent, before, after }: Editions): ModelChange['kind'] | null {
  if (!before) return 'new'
  if (!after) return absent ? null : 'dropped'
  if (!isSame(before, after)) return 'changed'
  return silent ? 'unexplained' : null
}

/** What has changed in the model since a list was adopted 街道示范清单的变化: for the village to look at and decide. */
export function modelChanges(
  items: readonly PowerItem[],
  taken: TakenModel,
  model: readonly PowerItem[],
): ModelChange[] {
  const mine = byCode(items)
  const [then, now] = [modelThen(mine, taken), byCode(model)]
  const unsaid = new Set(taken.differences.flatMap(({ code, reason }) => (reason === null ? code : [])))
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((code): ModelChange[] => {
    const [before, after] = [then.get(code) ?? null, now.get(code) ?? null]
    const absent = !mine.has(code)
    const kind = kindOf({ absent, silent: absent && unsaid.has(code), before, after })
    if (kind === null) return []
    const lines = kind === 'changed' && before && after ? changedLines(before, after) : []
    const relation = relationOf(mine.get(code) ?? null, before)
    return [{ code, kind, name: (after ?? before)?.name ?? '', lines, relation }]
  })
}

/** The list with what is taken from the model put in, and what the model no longer has taken out. */
export function withTaken(
  items: readonly PowerItem[],
  model: readonly PowerItem[],
  take: readonly string[],
): PowerItem[] {
  const db = byCode(model)
  const wanted = new Set(take)
  const mine = new Set(items.map(({ code }) => code))
  const kept = items.flatMap(item => (wanted.has(item.code) ? (db.get(item.code) ?? []) : item))
  return [...kept, ...take.flatMap(code => (mine.has(code) ? [] : (db.get(code) ?? [])))]
}

import { canonicalJson } from '@shared/common/hash'
import type { PowerItem } from '@shared/contract/power/item'
import { type ItemLine, linesOfItem } from './lines'

/** A difference between a list and the model list 示范清单 it was derived from. */
export interface ModelDifference {
  code: string
  /** The model's item; null: the list's own addition. */
  model: PowerItem | null
  reason: string | null
}

/** The model as it was when a list was adopted; items equal in both are not stored twice. */
export interface TakenModel {
  version: number
  differences: readonly ModelDifference[]
}

/** A line that differs between two editions of an item; empty: missing there. */
export interface ChangedLine {
  label: string
  before: string
  after: string
}

/** Returns an item as a model: not adopted by any meeting. */
export const asModel = (item: PowerItem): PowerItem => ({ ...item, adopted: null, inForce: null })

const isSame = (a: PowerItem, b: PowerItem): boolean =>
  canonicalJson(asModel(a)) === canonicalJson(asModel(b))

const byCode = (items: readonly PowerItem[]): Map<string, PowerItem> =>
  new Map(items.map(item => [item.code, item]))

/** Returns the lines that differ from the previous edition of an item, in the order of the later one. */
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

/** Relation of an item to the model. `absent`: the list omits the model's item. */
export type ModelRelation = 'adopted' | 'adapted' | 'added' | 'absent'

export function relationOf(item: PowerItem | null, model: PowerItem | null): ModelRelation {
  if (!item) return 'absent'
  if (!model) return 'added'
  return isSame(item, model) ? 'adopted' : 'adapted'
}

/** Returns the differences from the model with their reasons; an unchanged difference keeps its earlier reason. */
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

/** A change of the model since the list was adopted. */
export interface ModelChange {
  code: string
  /** `unexplained`: the list omits it without a reason. */
  kind: 'new' | 'changed' | 'dropped' | 'unexplained'
  name: string
  lines: ChangedLine[]
  /** The list's relation to the model's item at the adoption. */
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
  /** The list omits it; `silent`: without a reason. */
  absent: boolean
  silent: boolean
  /** The model's item at the adoption of the list, and now. */
  before: PowerItem | null
  after: PowerItem | null
}

/** Returns the decision needed about an item; null: none. */
function kindOf({ absent, silent, before, after }: Editions): ModelChange['kind'] | null {
  if (!before) return 'new'
  if (!after) return absent ? null : 'dropped'
  if (!isSame(before, after)) return 'changed'
  return silent ? 'unexplained' : null
}

/** Returns the changes of the model since a list was adopted 街道示范清单的变化, for the village to decide on. */
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

/** Returns the list with the accepted model items inserted and those removed from the model deleted. */
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

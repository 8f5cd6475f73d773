import type { Successor } from '@shared/contract/catalogues/catalogueDraft'
import { CARRIES, suggestAlignment } from '../alignment/suggest'

/** One side of the difference: an item in force, or a row of the draft. */
export interface PairSide {
  id: string
  area: string
  path: readonly string[]
  elements: readonly string[]
}

interface Renamed {
  key: string
  rowId: string
  /** Matched by name only; not confirmed. */
  suggested: boolean
}

export interface Pairing {
  /** Rows with the name of an item in force: row → key. */
  same: ReadonlyMap<string, string>
  renamed: Renamed[]
  /** Keys that the draft no longer has. */
  gone: string[]
  /** Rows without an item in force. */
  fresh: string[]
  /** Contradictory decisions of the successor map. */
  contradictions: string[]
}

const nameOf = ({ area, path }: PairSide) => JSON.stringify([area, ...path])

function byName(matters: readonly PairSide[]): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const matter of matters) {
    const name = nameOf(matter)
    names.set(name, [...(names.get(name) ?? []), matter.id])
  }
  return names
}

/** Pairs equal names; of several equal ones the first with the first. */
function sameNames(items: readonly PairSide[], rows: readonly PairSide[]): Map<string, string> {
  const waiting = byName(items)
  const same = new Map<string, string>()
  for (const row of rows) {
    const key = waiting.get(nameOf(row))?.shift()
    if (key !== undefined) same.set(row.id, key)
  }
  return same
}

interface Decided {
  renamed: Renamed[]
  ended: Set<string>
  contradictions: string[]
}

const shown = ({ path }: PairSide) => path.join(' › ')

/** Applies the clerk's decisions; each item has one successor and each row follows one item. */
function decide(
  successors: readonly Successor[],
  gone: readonly PairSide[],
  fresh: readonly PairSide[],
): Decided {
  const decided: Decided = { renamed: [], ended: new Set(), contradictions: [] }
  const taken = new Map<string, PairSide>()
  for (const { key, rowId } of successors) {
    const item = gone.find(({ id }) => id === key)
    if (!item) continue
    const row = fresh.find(({ id }) => id === rowId)
    const rival = rowId === null ? undefined : taken.get(rowId)
    if (rowId === null) decided.ended.add(key)
    else if (!row) {
      decided.contradictions.push(`“${shown(item)}”写的接续事项已经不在草稿里，或者本来就在现行目录里。`)
    } else if (rival) {
      decided.contradictions.push(
        `“${shown(rival)}”和“${shown(item)}”都写成由“${shown(row)}”接续，只能有一个。`,
      )
    } else {
      taken.set(rowId, item)
      decided.renamed.push({ key, rowId, suggested: false })
    }
  }
  return decided
}

/** Maximum number of pairs for the similarity search, which would otherwise be too slow for a page. */
const MOST_PAIRS = 400_000

const byId = (matters: readonly PairSide[]) => new Map(matters.map(one => [one.id, one]))

/** Share of the shorter name's characters that a renamed item keeps at least. */
const KEPT_SHARE = 1 / 3

/** Checks that two names have characters in common: a score alone says which of few rows is nearest, not that it is near. */
function areAlike(one: PairSide, other: PairSide): boolean {
  const [short, long] = [one, other].map(({ path }) => [...path.join('')]).sort((a, b) => a.length - b.length)
  const kept = short!.filter(character => long!.includes(character)).length
  return kept >= short!.length * KEPT_SHARE
}

/** Suggests renamed items by similar names, best first; each side once. */
function suggest(gone: readonly PairSide[], fresh: readonly PairSide[]): Renamed[] {
  if (gone.length === 0 || fresh.length === 0 || gone.length * fresh.length > MOST_PAIRS) return []
  const itemOf = byId(gone)
  const rowOf = byId(fresh)
  const found = suggestAlignment(gone, fresh, 3)
    .flatMap(({ villageId: key, suggestions, villageOnly }) =>
      (villageOnly ? [] : suggestions).map(({ catalogueId: rowId, score }) => ({ key, rowId, score })),
    )
    .filter(({ key, rowId, score }) => score >= CARRIES && areAlike(itemOf.get(key)!, rowOf.get(rowId)!))
    .sort((a, b) => b.score - a.score)
  const renamed: Renamed[] = []
  for (const { key, rowId } of found) {
    if (renamed.some(one => one.key === key || one.rowId === rowId)) continue
    renamed.push({ key, rowId, suggested: true })
  }
  return renamed
}

const without = (matters: readonly PairSide[], ids: ReadonlySet<string>) =>
  matters.filter(({ id }) => !ids.has(id))

/** Pairs the rows of a draft with the items in force of the same area. */
export function pair(
  items: readonly PairSide[],
  rows: readonly PairSide[],
  successors: readonly Successor[],
): Pairing {
  const same = sameNames(items, rows)
  const gone = without(items, new Set(same.values()))
  const fresh = without(rows, new Set(same.keys()))
  const { renamed: decided, ended, contradictions } = decide(successors, gone, fresh)
  const settled = new Set([...decided.map(({ key }) => key), ...ended])
  const followed = new Set(decided.map(({ rowId }) => rowId))
  const renamed = [...decided, ...suggest(without(gone, settled), without(fresh, followed))]
  const over = new Set(renamed.map(({ key }) => key))
  const continued = new Set(renamed.map(({ rowId }) => rowId))
  return {
    same,
    renamed,
    gone: without(gone, over).map(({ id }) => id),
    fresh: without(fresh, continued).map(({ id }) => id),
    contradictions,
  }
}

/** Pairs rows with items by their keys; a row under another name is a renamed item. */
export function pairByKey(items: readonly PairSide[], rows: readonly PairSide[]): Pairing {
  const known = new Map(items.map(item => [item.id, item]))
  const kept = new Set(rows.map(({ id }) => id))
  const paired = rows.filter(({ id }) => known.has(id))
  const isSame = (row: PairSide) => nameOf(row) === nameOf(known.get(row.id)!)
  return {
    same: new Map(paired.filter(isSame).map(({ id }) => [id, id])),
    renamed: paired.filter(row => !isSame(row)).map(({ id }) => ({ key: id, rowId: id, suggested: false })),
    gone: items.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    fresh: rows.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    contradictions: [],
  }
}

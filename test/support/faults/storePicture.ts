import { isDeepStrictEqual } from 'node:util'
import type { Connection } from 'mongoose'

/** A row as the database gives it. */
export interface RawRow {
  _id: string
  [field: string]: unknown
}

/** Every row of every collection at one moment, by id. */
export type StorePicture = Map<string, Map<string, RawRow>>

/** What became different in one collection. */
export interface Change {
  collection: string
  kind: 'added' | 'changed' | 'removed'
  before: RawRow | undefined
  after: RawRow | undefined
}

const rowsOf = async (connection: Connection, name: string) => {
  const rows = await connection.collection<RawRow>(name).find({}).toArray()
  return new Map(rows.map(row => [row._id, row]))
}

const collectionsOf = (connection: Connection) =>
  Object.values(connection.models).map(model => model.collection.name)

/** Reads the whole store, whatever collections there are. */
export async function pictureOf(connection: Connection): Promise<StorePicture> {
  const names = collectionsOf(connection)
  const collections = await Promise.all(names.map(name => rowsOf(connection, name)))
  return new Map(names.map((name, at) => [name, collections[at]!]))
}

/** An earlier picture with the named collections read again: nothing else was written. */
export async function renewed(
  connection: Connection,
  picture: StorePicture,
  names: Iterable<string>,
): Promise<StorePicture> {
  const next = new Map(picture)
  for (const name of names) next.set(name, await rowsOf(connection, name))
  return next
}

/** Rows of one collection. */
export const rowsIn = <Row>(picture: StorePicture, name: string): Row[] =>
  [...(picture.get(name)?.values() ?? [])] as Row[]

function kindOf(before: RawRow | undefined, after: RawRow | undefined): Change['kind'] | null {
  if (!before) return 'added'
  if (!after) return 'removed'
  return isDeepStrictEqual(before, after) ? null : 'changed'
}

/** Every row that differs between two pictures. */
export function changesBetween(one: StorePicture, other: StorePicture): Change[] {
  return [...other].flatMap(([collection, after]) => {
    const before: Map<string, RawRow> = one.get(collection) ?? new Map()
    if (before === after) return []
    const ids = new Set<string>([...before.keys(), ...after.keys()])
    return [...ids].flatMap(id => {
      const pair = { before: before.get(id), after: after.get(id) }
      const kind = kindOf(pair.before, pair.after)
      return kind ? [{ collection, kind, ...pair }] : []
    })
  })
}

/** The changes counted, without ids: two runs of one command leave the same. */
export function profileOf(changes: readonly Change[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { collection, kind } of changes) {
    const name = `${collection} ${kind}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Takes the store back to the earlier picture. */
export async function takeBack(connection: Connection, changes: readonly Change[]): Promise<void> {
  for (const collection of new Set(changes.map(change => change.collection))) {
    const mine = changes.filter(change => change.collection === collection)
    const rows = connection.collection<RawRow>(collection)
    const ids = mine.flatMap(({ after }) => (after ? [after._id] : []))
    const former = mine.flatMap(({ before }) => before ?? [])
    if (ids.length > 0) await rows.deleteMany({ _id: { $in: ids } })
    if (former.length > 0) await rows.insertMany(former)
  }
}

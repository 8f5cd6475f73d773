import { createHash } from 'node:crypto'
import { mongo } from 'mongoose'
import type { Db } from '../store/db'
import { FORMER_COLLECTIONS } from '../migrations/canonicalNames/formerNames'
import { type Manifest, manifestHash } from './manifest'
import type { ExportTarget } from './exportTargets'

const { EJSON } = mongo.BSON
const BATCH = 500
const PIECE_BYTES = 64 * 1024
/** Set explicitly: otherwise the connection's read concern applies and the session's snapshot is ignored. */
const SNAPSHOT = { level: 'snapshot' } as const

const rawOf = ({ connection }: Db, names: readonly string[]): mongo.Collection[] =>
  names.map(name => connection.getClient().db(connection.name).collection(name))

/** Returns our collections by name, in a fixed order, as raw driver collections: rows are exported as stored. */
export const collectionsOf = (db: Db): mongo.Collection[] =>
  rawOf(db, Object.values(db.connection.models).map(model => model.collection.collectionName).sort()) // prettier-ignore

/** Returns the collections in which an older program stored rows; the migration empties them. */
export const formerCollectionsOf = (db: Db): mongo.Collection[] =>
  rawOf(db, FORMER_COLLECTIONS.map(({ name }) => name)) // prettier-ignore

/** Running count and hash of a collection. */
interface Tally {
  count: number
  hash: ReturnType<typeof createHash>
}

/** Yields the rows by `_id`, one canonical Extended JSON per line, in chunks of about 64 KB. */
async function* piecesOf(
  collection: mongo.Collection,
  session: mongo.ClientSession,
  tally: Tally,
): AsyncGenerator<Buffer> {
  let lines: string[] = []
  let length = 0
  const piece = () => {
    const bytes = Buffer.from(lines.join(''))
    tally.hash.update(bytes)
    lines = []
    length = 0
    return bytes
  }
  for await (const row of collection.find(
    {},
    { session, readConcern: SNAPSHOT, sort: { _id: 1 }, batchSize: BATCH },
  )) {
    const line = `${EJSON.stringify(row, { relaxed: false })}\n`
    tally.count += 1
    length += line.length
    lines.push(line)
    if (length >= PIECE_BYTES) yield piece()
  }
  if (length > 0) yield piece()
}

/** Returns the collections of an export: ours, and former ones as long as they have rows. */
async function exportedOf(db: Db, session: mongo.ClientSession): Promise<mongo.Collection[]> {
  const exported = collectionsOf(db)
  for (const former of formerCollectionsOf(db)) {
    const row = await former.findOne({}, { session, readConcern: SNAPSHOT, projection: { _id: 1 } })
    if (row) exported.push(former)
  }
  return exported
}

/** Exports all collections from one snapshot, also while the server runs. A failed export leaves no files. */
export async function exportData(db: Db, target: ExportTarget, exportedAt: Date): Promise<Manifest> {
  const session = db.connection.getClient().startSession({ snapshot: true })
  try {
    const collections: Manifest['collections'] = {}
    for (const collection of await exportedOf(db, session)) {
      const tally: Tally = { count: 0, hash: createHash('sha256') }
      await target.part(collection.collectionName, piecesOf(collection, session, tally))
      collections[collection.collectionName] = { count: tally.count, sha256: tally.hash.digest('hex') }
    }
    const contents = { collections, files: {} }
    const manifest: Manifest = {
      format: 'mingbai-export-1',
      exportedAt: exportedAt.toISOString(),
      ...contents,
      sha256: manifestHash(contents),
    }
    await target.manifest(`${JSON.stringify(manifest, null, 2)}\n`)
    return manifest
  } catch (error) {
    await target.undo()
    throw error
  } finally {
    await session.endSession()
  }
}

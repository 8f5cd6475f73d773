import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { mongo } from 'mongoose'
import { AppError } from '../../errors'
import type { Models } from '../../models'
import { type Manifest, manifestHash } from './manifest'

const { EJSON } = mongo.BSON
const BATCH = 500

/** Collections of our models by name, in one order, below mongoose: rows pass as they are stored. */
export function collectionsOf({ connection }: Models): mongo.Collection[] {
  const names = Object.values(connection.models).map(model => model.collection.collectionName)
  return names.sort().map(name => connection.getClient().db(connection.name).collection(name))
}

/** Writes the rows by `_id`, one canonical Extended JSON a line. */
async function writeCollection(
  collection: mongo.Collection,
  session: mongo.ClientSession,
  file: string,
): Promise<{ count: number; sha256: string }> {
  const out = createWriteStream(file, { mode: 0o600 })
  const hash = createHash('sha256')
  let count = 0
  const rows = collection.find({}, { session, sort: { _id: 1 }, batchSize: BATCH })
  for await (const row of rows) {
    const line = `${EJSON.stringify(row, { relaxed: false })}\n`
    hash.update(line)
    count += 1
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
  return { count, sha256: hash.digest('hex') }
}

async function refuseUsed(folder: string): Promise<void> {
  const found = await readdir(folder).catch(() => [])
  if (found.length > 0) throw new AppError(400, 'export-folder-not-empty')
}

/**
 * Exports everything to an empty or new folder: `collections/NAME.jsonl` and, last, `manifest.json`. All collections are
 * read from one snapshot, so that the export is of one moment even while the server runs. A failed export leaves nothing.
 * @throws AppError `export-folder-not-empty`
 */
export async function exportData(models: Models, folder: string, exportedAt: Date): Promise<Manifest> {
  await refuseUsed(folder)
  const place = path.join(folder, 'collections')
  await mkdir(place, { recursive: true, mode: 0o700 })
  const session = models.connection.getClient().startSession({ snapshot: true })
  try {
    const collections: Manifest['collections'] = {}
    for (const collection of collectionsOf(models)) {
      const name = collection.collectionName
      collections[name] = await writeCollection(collection, session, path.join(place, `${name}.jsonl`))
    }
    const contents = { collections, files: {} }
    const manifest: Manifest = {
      format: 'mingbai-export-1',
      exportedAt: exportedAt.toISOString(),
      ...contents,
      sha256: manifestHash(contents),
    }
    await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    })
    return manifest
  } catch (error) {
    await rm(place, { recursive: true, force: true })
    throw error
  } finally {
    await session.endSession()
  }
}

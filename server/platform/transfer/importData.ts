import { createHash } from 'node:crypto'
import { mongo } from 'mongoose'
import type { Issue } from '@shared/contract/common'
import { AppError } from '../errors'
import type { Db } from '../store/db'
import { collectionsOf, formerCollectionsOf } from './exportData'
import { Manifest, manifestHash } from './manifest'
import type { ExportSource } from './exportTargets'

const { EJSON } = mongo.BSON
const BATCH = 500
/** Maximum characters per batch: file chunks are rows of nearly a megabyte. */
const BATCH_LETTERS = 8_000_000
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const

const damaged = (details: Issue[]) => new AppError(400, 'export-damaged', details)

/**
 * Reads and validates the manifest.
 * @throws AppError `export-damaged`
 */
export async function readManifest(source: ExportSource): Promise<Manifest> {
  const text = await source.manifest()
  if (text === null) throw damaged([issue('manifest.json', '找不到清单文件 manifest.json。')])
  const parsed = Manifest.safeParse(parseJson(text))
  if (!parsed.success) throw damaged([issue('manifest.json', '清单文件 manifest.json 读不懂。')])
  if (manifestHash(parsed.data) !== parsed.data.sha256) {
    throw damaged([issue('manifest.json', '清单文件 manifest.json 被改过：指纹不对。')])
  }
  return parsed.data
}

const issue = (field: string, message: string): Issue => ({ code: 'export-damaged', field, message })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function hashOf(source: ExportSource, name: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const piece of source.part(name)) hash.update(piece)
    return hash.digest('hex')
  } catch {
    return null
  }
}

/** Returns every fault of the export, before the first row is written. */
async function faultsOf(
  source: ExportSource,
  manifest: Manifest,
  known: ReadonlySet<string>,
): Promise<Issue[]> {
  const faults: Issue[] = []
  for (const [name, part] of Object.entries(manifest.collections)) {
    if (!known.has(name)) {
      faults.push(issue(name, `本程序没有“${name}”这个集合，可能是更新的版本导出的。`))
      continue
    }
    const found = await hashOf(source, name)
    if (found === null) faults.push(issue(name, `缺少文件 collections/${name}.jsonl。`))
    else if (found !== part.sha256) {
      faults.push(issue(name, `文件 collections/${name}.jsonl 被改过：指纹不对。`))
    }
  }
  return faults
}

const NEWLINE = 10

/** Yields complete lines; every line of an export ends with a line break. */
async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const end = bytes.lastIndexOf(NEWLINE) + 1
    rest = bytes.subarray(end)
    for (const line of bytes.toString('utf8', 0, end).split('\n')) if (line !== '') yield line
  }
  if (rest.length > 0) yield rest.toString('utf8')
}

async function insertLines(collection: mongo.Collection, pieces: AsyncIterable<Buffer>): Promise<number> {
  let batch: mongo.Document[] = []
  let letters = 0
  let count = 0
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { ordered: false, ...DURABLE })
    count += batch.length
    batch = []
    letters = 0
  }
  for await (const line of linesOf(pieces)) {
    batch.push(EJSON.parse(line, { relaxed: false }) as mongo.Document)
    letters += line.length
    if (batch.length >= BATCH || letters >= BATCH_LETTERS) await flush()
  }
  await flush()
  return count
}

async function refuseFilled(collections: mongo.Collection[]): Promise<void> {
  const filled: string[] = []
  for (const collection of collections) {
    if (await collection.findOne({}, { projection: { _id: 1 } })) filled.push(collection.collectionName)
  }
  if (filled.length === 0) return
  const details = filled.map(name => ({
    code: 'store-not-empty',
    field: name,
    message: `“${name}”里已有数据。`,
  }))
  throw new AppError(409, 'store-not-empty', details)
}

/**
 * Imports an export into an empty store, also one of an older schema version, which the next start migrates. Hashes are checked before the first write; after a failed write the written
 * rows are removed, so the store is either complete or empty.
 * @throws AppError `export-damaged` with every fault, `store-not-empty`
 */
export async function importData(db: Db, source: ExportSource): Promise<Manifest> {
  const collections = [...collectionsOf(db), ...formerCollectionsOf(db)]
  const byName = new Map(collections.map(collection => [collection.collectionName, collection]))
  const manifest = await readManifest(source)
  const faults = await faultsOf(source, manifest, new Set(byName.keys()))
  if (faults.length > 0) throw damaged(faults)
  await refuseFilled(collections)
  try {
    for (const [name, part] of Object.entries(manifest.collections)) {
      const count = await insertLines(byName.get(name)!, source.part(name))
      if (count !== part.count) {
        throw damaged([issue(name, `“${name}”应有 ${part.count} 行，实有 ${count} 行。`)])
      }
    }
    return manifest
  } catch (error) {
    for (const collection of collections) await collection.deleteMany({}, DURABLE)
    throw error
  }
}

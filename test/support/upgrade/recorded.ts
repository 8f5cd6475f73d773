import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Connection, mongo } from 'mongoose'
import type { Shown } from './shown'

const FIXTURES = path.resolve(__dirname, '../../fixtures/upgrade')
const STORE = path.join(FIXTURES, 'store-b6dd4a5.jsonl.gz')
const HASHES = path.join(FIXTURES, 'store-b6dd4a5-hashes.json.gz')
const BATCH = 500
const LEVEL = { level: 9 }

/** An edition as it is stored. */
export interface RecordedEdition {
  noticeId: string
  edition: number
  live: boolean
  withdrawn: boolean
  sha256: string
  foldedSha256: string
  title: string
  sentence: string
}

/** A page that was read: by a person, or null for a public page. */
export interface RecordedPage extends Shown {
  reader: string | null
  /** Path and query below `/api/v1`, as they were then. */
  path: string
}

/** What the program of the recorded commit showed of the store. */
export interface Recorded {
  commit: string
  ledger: { size: number; root: string }
  /** User id by the name of the demonstration's test login. */
  readers: Record<string, string>
  editions: RecordedEdition[]
  pages: RecordedPage[]
}

/** As written: each hash and each id once, pages name them by their place in the list. */
interface Packed extends Omit<Recorded, 'pages'> {
  hashes: string[]
  ids: string[]
  pages: [
    reader: string | null,
    path: string,
    status: number,
    hashes: Record<string, number>,
    ids: number[],
  ][]
}

export function writeRecorded(recorded: Recorded): number {
  const hashes = [...new Set(recorded.pages.flatMap(page => Object.values(page.hashes)))]
  const ids = [...new Set(recorded.pages.flatMap(page => page.ids))]
  const hashAt = new Map(hashes.map((hash, at) => [hash, at]))
  const idAt = new Map(ids.map((id, at) => [id, at]))
  const pages = recorded.pages.map((page): Packed['pages'][number] => [
    page.reader,
    page.path,
    page.status,
    Object.fromEntries(Object.entries(page.hashes).map(([place, hash]) => [place, hashAt.get(hash)!])),
    page.ids.map(id => idAt.get(id)!),
  ])
  const packed: Packed = { ...recorded, hashes, ids, pages }
  const bytes = gzipSync(JSON.stringify(packed), LEVEL)
  writeFileSync(HASHES, bytes)
  return bytes.length
}

export function readRecorded(): Recorded {
  const { hashes, ids, pages, ...rest } = JSON.parse(gunzipSync(readFileSync(HASHES)).toString()) as Packed
  return {
    ...rest,
    pages: pages.map(([reader, place, status, shown, known]) => ({
      reader,
      path: place,
      status,
      hashes: Object.fromEntries(Object.entries(shown).map(([field, at]) => [field, hashes[at]!])),
      ids: known.map(at => ids[at]!),
    })),
  }
}

/** Writes rows, each as canonical Extended JSON with the name of its collection. */
export function writeStore(rows: readonly { collection: string; line: string }[]): number {
  const text = rows.map(({ collection, line }) => `{"in":"${collection}","row":${line}}\n`).join('')
  const bytes = gzipSync(text, LEVEL)
  writeFileSync(STORE, bytes)
  return bytes.length
}

/** Inserts the recorded store into an empty database, below mongoose; returns the number of rows per collection. */
export async function loadStore({ db }: Connection): Promise<Map<string, number>> {
  const rows = new Map<string, mongo.BSON.Document[]>()
  for (const line of gunzipSync(readFileSync(STORE)).toString().split('\n').filter(Boolean)) {
    const read = mongo.BSON.EJSON.parse(line, { relaxed: false }) as { in: string; row: mongo.BSON.Document }
    rows.set(read.in, [...(rows.get(read.in) ?? []), read.row])
  }
  for (const [name, all] of rows) {
    for (let at = 0; at < all.length; at += BATCH) await db!.collection(name).insertMany(all.slice(at, at + BATCH)) // prettier-ignore
  }
  return new Map([...rows].map(([name, all]) => [name, all.length]))
}

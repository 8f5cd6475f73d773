/** Reading for the independent verifier: JSON lines of a ledger, or the folder of `data export`. node:fs only. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './canonical'

const CHUNK = 1 << 20
const LINE_END = 0x0a

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Each line of a file as JSON; undefined where it is none. */
export function* fileLedger(file: string): Generator<unknown> {
  const handle = openSync(file, 'r')
  const chunk = Buffer.alloc(CHUNK)
  let rest = Buffer.alloc(0)
  try {
    for (let bytes = readSync(handle, chunk); bytes > 0; bytes = readSync(handle, chunk)) {
      const data = Buffer.concat([rest, chunk.subarray(0, bytes)])
      const end = data.lastIndexOf(LINE_END) + 1
      rest = data.subarray(end)
      if (end === 0) continue
      for (const line of data.toString('utf8', 0, end - 1).split('\n')) yield parsed(line)
    }
    if (rest.length > 0) yield parsed(rest.toString('utf8'))
  } finally {
    closeSync(handle)
  }
}

/** Extended JSON of the database as plain JSON: numbers, and instants as ISO text. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plain)
  const row = value as Row
  if ('$date' in row) return new Date(Number(plain(row.$date))).toISOString()
  const number = row.$numberInt ?? row.$numberLong ?? row.$numberDouble
  if (number !== undefined) return Number(number)
  return Object.fromEntries(Object.entries(row).map(([key, member]) => [key, plain(member)]))
}

function rowsOf(folder: string, name: string): Row[] {
  const file = join(folder, 'collections', `${name}.jsonl`)
  if (!existsSync(file)) return []
  return [...fileLedger(file)].map(value => (plain(value) ?? {}) as Row)
}

const without = (row: Row, ...fields: string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !fields.includes(key)))

const byId = (a: Row, b: Row): number => (String(a._id) < String(b._id) ? -1 : 1)

/** The folder of `data export` as the lines of a ledger with openings; null when the place is no folder. */
export function folderLedger(place: string): unknown[] | null {
  if (!statSync(place).isDirectory()) return null
  if (!existsSync(join(place, 'collections', 'ledgerEntries.jsonl'))) return []
  const publications = rowsOf(place, 'publications')
  const byEdition = new Map(publications.map(row => [`${String(row.noticeId)}/${String(row.edition)}`, row]))
  const salts = new Map(rowsOf(place, 'ledgerSecrets').map(row => [row._id, row.salts]))
  const checkpoints = rowsOf(place, 'checkpoints').sort(byId)
  const entries = rowsOf(place, 'ledgerEntries').sort(byId)
  const head = rowsOf(place, 'ledgerHeads')[0] ?? {
    size: 0,
    checkpoints: 0,
    frontier: [],
    checkpoint: null,
    at: '',
  }
  const chains = rowsOf(place, 'ledgerChains').map(row => [row._id, without(row, '_id')])
  const { size, frontier, checkpoint, at } = head
  const state = { frontier, chains: Object.fromEntries(chains) as unknown, checkpoint, at }
  const lines = entries.map(({ _id, leaf, ...entry }) => {
    const later = entry.event === 'withdraw' || entry.event === 'erase'
    const row = later ? undefined : byEdition.get(`${String(entry.noticeId)}/${String(entry.edition)}`)
    return {
      kind: 'entry',
      leaf,
      entry,
      salts: salts.get(_id) ?? null,
      publication: row ? without(row, '_id', 'grams') : null,
    }
  })
  return [
    { kind: 'ledger', format: 'mingbai-ledger-1', openings: true },
    ...checkpoints.map(row => ({ kind: 'checkpoint', checkpoint: without(row, '_id') })),
    ...lines,
    { kind: 'end', entries: size, checkpoints: head.checkpoints, publications: publications.length, state },
  ]
}

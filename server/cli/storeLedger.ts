import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Reads a folder of `data export` as the lines of a ledger, for the independent verifier. */

type Row = Record<string, unknown>

/** Converts the database's Extended JSON to plain JSON: numbers, and instants as ISO text. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plain)
  const row = value as Row
  if ('$date' in row) return new Date(Number(plain(row.$date))).toISOString()
  const number = row.$numberInt ?? row.$numberLong ?? row.$numberDouble
  if (number !== undefined) return Number(number)
  return Object.fromEntries(Object.entries(row).map(([key, member]) => [key, plain(member)]))
}

function rowOf(line: string): Row {
  try {
    return (plain(JSON.parse(line)) ?? {}) as Row
  } catch {
    return {}
  }
}

const byId = (a: Row, b: Row): number => (String(a._id) < String(b._id) ? -1 : 1)
const editionOf = ({ noticeId, edition }: Row) => `${String(noticeId)}/${String(edition)}`
const bare = ({ _id, grams: _grams, printed: _printed, publicityMoved: _moved, ...row }: Row): Row => row
const EMPTY_HEAD: Row = { size: 0, checkpoints: 0, frontier: [], checkpoint: null, at: '' }

/** Returns head, checkpoints, entries with openings, and the end state; null when the path is not a folder. */
export function storeLedger(place: string): unknown[] | null {
  if (!statSync(place).isDirectory()) return null
  const fileOf = (name: string) => path.join(place, 'collections', `${name}.jsonl`)
  const rowsOf = (name: string): Row[] => {
    if (!existsSync(fileOf(name))) return []
    const lines = readFileSync(fileOf(name), 'utf8').split('\n')
    return lines.filter(Boolean).map(rowOf).sort(byId)
  }
  if (!existsSync(fileOf('ledgerEntries'))) return []
  const publications = rowsOf('publications')
  const byEdition = new Map(publications.map(row => [editionOf(row), bare(row)]))
  const salts = new Map(rowsOf('ledgerSecrets').map(row => [row._id, row.salts]))
  const checkpoints = rowsOf('checkpoints').map(row => ({ kind: 'checkpoint', checkpoint: bare(row) }))
  const entries = rowsOf('ledgerEntries').map(({ _id, leaf, ...entry }) => {
    const later = entry.event === 'withdraw' || entry.event === 'erase'
    const publication = (!later && byEdition.get(editionOf(entry))) || null
    return { kind: 'entry', leaf, entry, salts: salts.get(_id) ?? null, publication }
  })
  const [{ size, checkpoints: signed, frontier, checkpoint, at } = EMPTY_HEAD] = rowsOf('ledgerHeads')
  const chains = Object.fromEntries(rowsOf('ledgerChains').map(row => [row._id, bare(row)])) as unknown
  const counts = { entries: size, checkpoints: signed, publications: publications.length }
  return [
    { kind: 'ledger', format: 'mingbai-ledger-1', openings: true },
    ...checkpoints,
    ...entries,
    { kind: 'end', ...counts, state: { frontier, chains, checkpoint, at } },
  ]
}

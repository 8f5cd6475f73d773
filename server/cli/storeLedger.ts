import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { rowsOf as rowsIn } from './verifier/verifyStore'

/** Reads a folder of `data export` as the lines of a ledger, for the independent verifier. */

type Row = Record<string, unknown>

const editionOf = ({ noticeId, edition }: Row) => `${String(noticeId)}/${String(edition)}`
const bare = ({ _id, grams: _grams, printed: _printed, publicityMoved: _moved, ...row }: Row): Row => row
const EMPTY_HEAD: Row = { size: 0, checkpoints: 0, frontier: [], checkpoint: null, at: '' }

/** Returns head, checkpoints, entries with openings, and the end state; null when the path is not a folder. */
export function storeLedger(place: string): unknown[] | null {
  if (!statSync(place).isDirectory()) return null
  if (!existsSync(path.join(place, 'collections', 'ledgerEntries.jsonl'))) return []
  const rowsOf = (name: string) => rowsIn(place, name)
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

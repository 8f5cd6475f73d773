import { type KeyObject, createHash, createPublicKey, sign } from 'node:crypto'
import { canonicalJson } from '../../../shared/common/hash'
import type { Checkpoint, LedgerEntry } from '../../../shared/contract/disclosure/ledger'
import { COMMITTED_FIELDS, commitment, leafOf } from '../../../shared/ledger/entry'
import { rootOf } from '../../../shared/ledger/merkle'

/** A line of an export, parsed. */
export interface Line {
  kind: string
  leaf?: string
  entry?: LedgerEntry
  checkpoint?: Checkpoint
  salts?: Record<string, string> | null
  publication?: Record<string, unknown> | null
  entries?: number
  checkpoints?: number
  [other: string]: unknown
}

export const linesOf = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Line)

/** Places, chains, leaves and counts all made to agree again, as a forger with the program would: signatures stay. */
export function rebuild(lines: Line[]): Line[] {
  const ends = new Map<string, { leaf: string; length: number }>()
  let index = 0
  const rebuilt = lines.map(line => {
    if (line.kind !== 'entry') return line
    const end = ends.get(line.entry!.org)
    const entry: LedgerEntry = {
      ...line.entry!,
      index,
      orgIndex: end?.length ?? 0,
      previous: end?.leaf ?? null,
    }
    index += 1
    const leaf = leafOf(entry)
    ends.set(entry.org, { leaf, length: entry.orgIndex + 1 })
    return { ...line, entry, leaf }
  })
  return recount(rebuilt)
}

/** The last line as it would count these. */
export function recount(lines: Line[]): Line[] {
  const count = (kind: string) => lines.filter(line => line.kind === kind).length
  const publications = lines.filter(line => line.publication).length
  return lines.map(line =>
    line.kind === 'end'
      ? {
          ...line,
          entries: count('entry'),
          checkpoints: count('checkpoint'),
          ...('publications' in line && { publications }),
        }
      : line,
  )
}

function signed(checkpoint: Checkpoint, leaves: string[], key: KeyObject): Checkpoint {
  const raw = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)
  const { number, at } = checkpoint
  const size = Math.min(checkpoint.size, leaves.length)
  const keyId = createHash('sha256').update(raw).digest('hex').slice(0, 16)
  const facts = { number, size, root: rootOf(leaves, 0, size), at, keyId }
  const text = canonicalJson({ format: 'mingbai-checkpoint-1', ...facts })
  const signature = sign(null, Buffer.from(text), key).toString('hex')
  return { ...facts, publicKey: raw.toString('hex'), signature }
}

/** Everything rebuilt and signed again: sound in itself for a reader without earlier checkpoints. */
export function forge(lines: Line[], key: KeyObject): Line[] {
  const rebuilt = rebuild(lines)
  const leaves = rebuilt.flatMap(line => line.leaf ?? [])
  return rebuilt.map(line =>
    line.checkpoint ? { ...line, checkpoint: signed(line.checkpoint, leaves, key) } : line,
  )
}

/** Writes other words into a published record and commits to them again, as an insider with the salts would. */
export function rewrite(line: Line, words: Record<string, unknown>): void {
  const { publication, entry, salts } = line
  Object.assign(publication!, words)
  const values = { ...publication, presentedSha256: publication!.sha256 } as Record<string, unknown>
  entry!.commitments = Object.fromEntries(
    COMMITTED_FIELDS.map(field => [field, commitment(salts![field]!, field, values[field])]),
  )
}

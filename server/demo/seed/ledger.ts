import type { ChainHead } from '@server/disclosure/ledger/chain'
import { EMPTY_HEAD, type EntryRows, entryRows } from '@server/disclosure/ledger/commands/appendToLedger'
import { publicationFact, recordFacts, type SaltedFact } from '@server/disclosure/ledger/facts'
import type { RecordedRow } from '@server/platform/store/recorded'
import type { TreeHead } from '@shared/ledger/treeHead'
import { LedgerEntries, LedgerSecrets } from '@server/disclosure/ledger/models/ledgerEntries'
import {
  LedgerNodes,
  LedgerChains,
  LedgerHeads,
  type LedgerChainRow,
  type LedgerHeadRow,
} from '@server/disclosure/ledger/models/ledgerTree'
import type { PublicationRow } from '@server/disclosure/publications/models/publications'

/** A field without a value is stored as null. */
const stored = (row: object): object =>
  JSON.parse(JSON.stringify(row, (_key, value: unknown) => value ?? null)) as object

/** Rows of a collection, as the ledger enters them. */
export const recordedOf = (name: string, kind: RecordedRow['kind'], rows: readonly object[]): RecordedRow[] =>
  rows.map(row => {
    const { _id, orgCode = _id } = row as { _id: string; orgCode?: string }
    return { kind, org: orgCode, name: `${name}/${_id}`, row: stored(row) }
  })

/** Builds the ledger of the seeded publications, in the order of publication, and of the other rows that it covers. */
export function ledgerRows(
  publications: readonly PublicationRow[],
  recorded: readonly RecordedRow[],
  now: Date,
): [{ name: string }, readonly object[]][] {
  const inOrder = [...publications].sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
  const chains = new Map<string, ChainHead>()
  const rows: EntryRows[] = []
  let tree: TreeHead = EMPTY_HEAD
  const facts: SaltedFact[] = [...inOrder.map(publicationFact), ...recordFacts(recorded, now)]
  for (const fact of facts) {
    const row = entryRows(tree, chains.get(fact.fact.org) ?? null, fact)
    const { _id, ...chain } = row.chain
    chains.set(_id, chain)
    tree = row.tree
    rows.push(row)
  }
  const head: LedgerHeadRow = { ...EMPTY_HEAD, ...tree }
  const ends = [...chains].map(([_id, chain]): LedgerChainRow => ({ _id, ...chain }))
  return [
    [LedgerEntries, rows.map(({ entry }) => entry)],
    [LedgerSecrets, rows.flatMap(({ secret }) => secret ?? [])],
    [LedgerNodes, rows.flatMap(({ nodes }) => nodes)],
    [LedgerChains, ends],
    [LedgerHeads, rows.length > 0 ? [head] : []],
  ]
}

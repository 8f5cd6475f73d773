import type { ChainHead } from '@server/disclosure/ledger/chain'
import { EMPTY_HEAD, type EntryRows, entryRows } from '@server/disclosure/ledger/commands/appendToLedger'
import { publicationFact } from '@server/disclosure/ledger/facts'
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

/** Builds the ledger of the seeded publications, in the order of publication, with its collections. */
export function ledgerRows(publications: readonly PublicationRow[]): [{ name: string }, readonly object[]][] {
  const inOrder = [...publications].sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
  const chains = new Map<string, ChainHead>()
  const rows: EntryRows[] = []
  let tree: TreeHead = EMPTY_HEAD
  for (const publication of inOrder) {
    const row = entryRows(tree, chains.get(publication.orgCode) ?? null, publicationFact(publication))
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

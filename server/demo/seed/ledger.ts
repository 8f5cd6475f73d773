import type { ChainHead } from '@server/disclosure/ledger/chain'
import type {
  LedgerChainRow,
  LedgerHeadRow,
  Models,
  PublicationRow,
} from '@server/platform/store/collections'
import { EMPTY_HEAD, type EntryRows, entryRows } from '@server/disclosure/ledger/commands/appendToLedger'
import { publicationFact } from '@server/disclosure/ledger/facts'
import type { TreeHead } from '@shared/ledger/treeHead'

/** The ledger of the demonstration's publications, entered in the order of their publication, with its collections. */
export function ledgerRows(
  models: Models,
  publications: readonly PublicationRow[],
): [{ collection: unknown }, readonly object[]][] {
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
    [models.ledgerEntries, rows.map(({ entry }) => entry)],
    [models.ledgerSecrets, rows.flatMap(({ secret }) => secret ?? [])],
    [models.ledgerNodes, rows.flatMap(({ nodes }) => nodes)],
    [models.ledgerChains, ends],
    [models.ledgerHeads, rows.length > 0 ? [head] : []],
  ]
}

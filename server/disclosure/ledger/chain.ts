import type { LedgerEntry, LedgerRecord } from '@shared/contract/disclosure/ledger'
import { leafOf } from '@shared/ledger/entry'
import { type TreeNode, grow } from '@shared/ledger/merkle'
import type { TreeHead } from '@shared/ledger/treeHead'

/** End of an organisation's own chain. */
export interface ChainHead {
  length: number
  /** Leaf hash of its last entry. */
  leaf: string
}

/** Content of an entry before it has its index. */
export type LedgerFact = Omit<LedgerEntry, 'format' | 'index' | 'orgIndex' | 'previous'>

/** Content of an entry of rows before it has its index. */
export type RecordFact = Omit<LedgerRecord, 'format' | 'index' | 'orgIndex' | 'previous'>

/** An entry with its index, and the heads after it. */
export interface Appended {
  entry: LedgerEntry | LedgerRecord
  leaf: string
  tree: TreeHead
  chain: ChainHead
  /** Every subtree that this entry completes, starting with the leaf itself. */
  nodes: TreeNode[]
}

export const EMPTY_TREE: TreeHead = { size: 0, frontier: [], at: '1970-01-01T00:00:00.000Z' }

/** Returns the later of two instants. */
export const laterOf = (one: string, other: string): string =>
  Date.parse(one) >= Date.parse(other) ? one : other

/** Appends a fact to the tree and to its organisation's chain. Costs O(log n); reads nothing. */
export function append(tree: TreeHead, chain: ChainHead | null, fact: LedgerFact | RecordFact): Appended {
  const recordedAt = laterOf(fact.recordedAt, tree.at)
  const place = {
    recordedAt,
    index: tree.size,
    orgIndex: chain?.length ?? 0,
    previous: chain?.leaf ?? null,
  }
  const entry: Appended['entry'] =
    'noticeId' in fact
      ? { format: 'mingbai-entry-1', ...fact, ...place }
      : { format: 'mingbai-entry-2', ...fact, ...place }
  const leaf = leafOf(entry)
  const { frontier, nodes } = grow(tree.frontier, tree.size, leaf)
  return {
    entry,
    leaf,
    nodes,
    tree: { size: tree.size + 1, frontier, at: recordedAt },
    chain: { length: entry.orgIndex + 1, leaf },
  }
}

import type { ChainHead } from '../chain'
import type { Checkpoint } from '@shared/contract/disclosure/ledger'
import { checkedOrNull, defineCollection, text, texts, whole } from '@server/platform/store/collection'
import type { TreeHead } from '@shared/ledger/treeHead'

/** The single row of `ledgerHeads`: end of the whole ledger. Every append is a compare-and-set on its size. */
export interface LedgerHeadRow extends TreeHead {
  _id: string
  /** Number of checkpoints so far. */
  checkpoints: number
  /** The newest checkpoint. */
  checkpoint: Checkpoint | null
}

export const LedgerHeads = defineCollection<LedgerHeadRow>({
  name: 'ledgerHeads',
  fields: {
    _id: text,
    size: whole,
    frontier: texts,
    at: text,
    checkpoints: whole,
    checkpoint: checkedOrNull,
  },
  indexes: [],
})

/** End of an organisation's chain; `_id` is the organisation's code. */
export interface LedgerChainRow extends ChainHead {
  _id: string
}

export const LedgerChains = defineCollection<LedgerChainRow>({
  name: 'ledgerChains',
  fields: { _id: text, length: whole, leaf: text },
  indexes: [],
})

/** Hash of a complete subtree; `_id` is `level.index`. Stored so that a proof costs at most O(log n). */
export interface LedgerNodeRow {
  _id: string
  hash: string
}

export const LedgerNodes = defineCollection<LedgerNodeRow>({
  name: 'ledgerNodes',
  immutable: true,
  fields: { _id: text, hash: text },
  indexes: [],
})

/** Signed checkpoint 存证点; `_id` is made from its number, so that none can be inserted between two others. */
export type CheckpointRow = Checkpoint & { _id: string }

export const Checkpoints = defineCollection<CheckpointRow>({
  name: 'checkpoints',
  immutable: true,
  fields: {
    _id: text,
    number: whole,
    size: whole,
    root: text,
    at: text,
    keyId: text,
    publicKey: text,
    signature: text,
  },
  indexes: [],
})

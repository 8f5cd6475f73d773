import type { ChainHead } from '../chain'
import type { Checkpoint } from '@shared/contract/disclosure/ledger'
import { checkedOrNull, defineCollection, text, texts, whole } from '@server/platform/store/collection'
import type { TreeHead } from '@shared/ledger/treeHead'

/** The one row of `ledgerHeads`: where the whole ledger ends. Every append is a compare-and-set on its size. */
export interface LedgerHeadRow extends TreeHead {
  _id: string
  /** Checkpoints so far. */
  checkpoints: number
  /** The newest of them. */
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

/** Where an organisation's chain ends; `_id` is its code. */
export interface LedgerChainRow extends ChainHead {
  _id: string
}

export const LedgerChains = defineCollection<LedgerChainRow>({
  name: 'ledgerChains',
  fields: { _id: text, length: whole, leaf: text },
  indexes: [],
})

/** Hash of a complete subtree; `_id` is `level.index`. What proofs are made from, so that none costs more than O(log n). */
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

/** Signed checkpoint 存证点; `_id` is made from its number, so that none can be slipped in between. */
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

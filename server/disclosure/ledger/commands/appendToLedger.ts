import type { Db, Tx } from '@server/platform/store/db'
import { mongo } from 'mongoose'
import { type ChainHead, EMPTY_TREE, append } from '../chain'
import type { LedgerEntry } from '@shared/contract/disclosure/ledger'
import { isDuplicate } from '@server/platform/store/transaction'
import type { SaltedFact } from '../facts'
import type { TreeHead } from '@shared/ledger/treeHead'
import {
  LedgerHeads,
  LedgerChains,
  LedgerNodes,
  type LedgerChainRow,
  type LedgerHeadRow,
  type LedgerNodeRow,
} from '../models/ledgerTree'
import {
  LedgerEntries,
  LedgerSecrets,
  type LedgerEntryRow,
  type LedgerSecretRow,
  placeId,
} from '../models/ledgerEntries'

/** Id of the single row of `ledgerHeads`. */
const HEAD = 'tree'

export const EMPTY_HEAD: LedgerHeadRow = { _id: HEAD, ...EMPTY_TREE, checkpoints: 0, checkpoint: null }

/** Builds the error that makes the driver retry the whole transaction after a lost race. */
const versionConflict = () =>
  new mongo.MongoServerError({
    message: 'the ledger has grown meanwhile',
    errorLabels: ['TransientTransactionError'],
  })

export const headOf = (db: Db): Promise<LedgerHeadRow | null> =>
  db.of(LedgerHeads).findById(HEAD).lean<LedgerHeadRow>().exec()

/**
 * Moves the head by compare-and-set on its size and its count of checkpoints.
 * @throws MongoServerError transient, so that the driver retries, see `versionConflict`
 */
export async function moveHead(tx: Tx, seen: LedgerHeadRow | null, next: LedgerHeadRow): Promise<void> {
  if (!seen) {
    try {
      await tx.of(LedgerHeads).create([next])
    } catch (error) {
      throw isDuplicate(error, 'ledgerHeads') ? versionConflict() : error
    }
    return
  }
  const { _id, ...set } = next
  const { matchedCount } = await tx
    .of(LedgerHeads)
    .updateOne({ _id, size: seen.size, checkpoints: seen.checkpoints }, { $set: set })
  if (matchedCount !== 1) throw versionConflict()
}

/** The rows that one entry writes. */
export interface EntryRows {
  entry: LedgerEntryRow
  secret: LedgerSecretRow | null
  nodes: LedgerNodeRow[]
  chain: LedgerChainRow
  tree: TreeHead
}

/** Returns the rows of an entry appended to the ledger. */
export function entryRows(tree: TreeHead, chain: ChainHead | null, { fact, salts }: SaltedFact): EntryRows {
  const made = append(tree, chain, fact)
  const _id = placeId('led', made.entry.index)
  return {
    entry: { _id, leaf: made.leaf, ...made.entry },
    secret: salts && { _id, salts },
    nodes: made.nodes.map(({ level, index, hash }) => ({ _id: `${level}.${index}`, hash })),
    chain: { _id: made.entry.org, ...made.chain },
    tree: made.tree,
  }
}

/**
 * Appends a fact to the ledger: entry, salts, tree, chain. Of two concurrent calls one retries its transaction, so
 * indices have no gap.
 */
export async function appendToLedger(tx: Tx, salted: SaltedFact): Promise<LedgerEntry> {
  const head = await headOf(tx)
  const last = await tx.of(LedgerChains).findById(salted.fact.org).lean<LedgerChainRow>().exec()
  const { checkpoints, checkpoint, ...tree } = head ?? EMPTY_HEAD
  const { entry, secret, nodes, chain, tree: next } = entryRows(tree, last, salted)
  await moveHead(tx, head, { _id: HEAD, checkpoints, checkpoint, ...next })
  await tx.of(LedgerEntries).create([entry])
  await tx.of(LedgerNodes).insertMany(nodes)
  if (secret) await tx.of(LedgerSecrets).create([secret])
  const { _id, length, leaf } = chain
  await tx.of(LedgerChains).updateOne({ _id }, { $set: { length, leaf } }, { upsert: true })
  return entry
}

/** Returns the number of entries in the ledger. */
export const ledgerEntries = async (db: Db): Promise<number> => (await headOf(db))?.size ?? 0

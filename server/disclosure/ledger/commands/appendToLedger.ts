import { mongo } from 'mongoose'
import { type ChainHead, EMPTY_TREE, append } from '../chain'
import type { LedgerEntry } from '@shared/contract/disclosure/ledger'
import type { Db } from '@server/platform/store/db'
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

/** Id of the one row of `ledgerHeads`. */
const HEAD = 'tree'

export const EMPTY_HEAD: LedgerHeadRow = { _id: HEAD, ...EMPTY_TREE, checkpoints: 0, checkpoint: null }

/** Says to the driver: somebody was faster, run the whole transaction anew. */
const versionConflict = () =>
  new mongo.MongoServerError({
    message: 'the ledger has grown meanwhile',
    errorLabels: ['TransientTransactionError'],
  })

export const headOf = (db: Db): Promise<LedgerHeadRow | null> =>
  db.of(LedgerHeads).findById(HEAD).lean<LedgerHeadRow>().exec()

/** Moves the head on: compare-and-set on its size and its count of checkpoints. @throws transient, see `outrun` */
export async function moveHead(db: Db, seen: LedgerHeadRow | null, next: LedgerHeadRow): Promise<void> {
  if (!seen) {
    try {
      await db.of(LedgerHeads).create([next])
    } catch (error) {
      throw isDuplicate(error, 'ledgerHeads') ? versionConflict() : error
    }
    return
  }
  const { _id, ...set } = next
  const { matchedCount } = await db
    .of(LedgerHeads)
    .updateOne({ _id, size: seen.size, checkpoints: seen.checkpoints }, { $set: set })
  if (matchedCount !== 1) throw versionConflict()
}

/** Rows that one entry leaves behind. */
export interface EntryRows {
  entry: LedgerEntryRow
  secret: LedgerSecretRow | null
  nodes: LedgerNodeRow[]
  chain: LedgerChainRow
  tree: TreeHead
}

/** An entry at the end of the ledger, as rows. */
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
 * Enters a fact into the ledger: entry, salts, tree, chain. Belongs into the transaction of what happened: both are
 * there, or neither. Of two at once one runs anew, so that indices have no gap.
 */
export async function appendToLedger(db: Db, salted: SaltedFact): Promise<LedgerEntry> {
  const head = await headOf(db)
  const last = await db.of(LedgerChains).findById(salted.fact.org).lean<LedgerChainRow>().exec()
  const { checkpoints, checkpoint, ...tree } = head ?? EMPTY_HEAD
  const { entry, secret, nodes, chain, tree: next } = entryRows(tree, last, salted)
  await moveHead(db, head, { _id: HEAD, checkpoints, checkpoint, ...next })
  await db.of(LedgerEntries).create([entry])
  await db.of(LedgerNodes).insertMany(nodes)
  if (secret) await db.of(LedgerSecrets).create([secret])
  const { _id, length, leaf } = chain
  await db.of(LedgerChains).updateOne({ _id }, { $set: { length, leaf } }, { upsert: true })
  return entry
}

/** Number of entries in the ledger. */
export const ledgerEntries = async (db: Db): Promise<number> => (await headOf(db))?.size ?? 0

import type { Db, Tx } from '@server/platform/store/db'
import { mongo, trusted } from 'mongoose'
import { type ChainHead, EMPTY_TREE, append } from '../chain'
import { isDuplicate } from '@server/platform/store/transaction'
import { recordFacts, type SaltedFact } from '../facts'
import type { RecordedRow } from '@server/platform/store/recorded'
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
  type LedgerRecordRow,
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
  entry: LedgerEntryRow | LedgerRecordRow
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
 * Appends facts to the ledger: entries, salts, tree, chains. Of two concurrent calls one retries its transaction, so
 * indices have no gap. Returns the entries.
 */
export async function appendToLedger(tx: Tx, ...facts: SaltedFact[]): Promise<EntryRows['entry'][]> {
  const head = await headOf(tx)
  const orgs = [...new Set(facts.map(({ fact }) => fact.org))]
  const last = await tx
    .of(LedgerChains)
    .find({ _id: trusted({ $in: orgs }) })
    .lean<LedgerChainRow[]>()
    .exec()
  const chains = new Map<string, LedgerChainRow>(last.map(row => [row._id, row]))
  const { checkpoints, checkpoint, ...seen } = head ?? EMPTY_HEAD
  let tree: TreeHead = seen
  const made: EntryRows[] = []
  for (const fact of facts) {
    const rows = entryRows(tree, chains.get(fact.fact.org) ?? null, fact)
    tree = rows.tree
    chains.set(rows.chain._id, rows.chain)
    made.push(rows)
  }
  await moveHead(tx, head, { _id: HEAD, checkpoints, checkpoint, ...tree })
  await tx.of(LedgerEntries).insertMany(made.map(({ entry }) => entry))
  await tx.of(LedgerNodes).insertMany(made.flatMap(({ nodes }) => nodes))
  await tx.of(LedgerSecrets).insertMany(made.flatMap(({ secret }) => secret ?? []))
  await tx.of(LedgerChains).bulkWrite(
    [...chains.values()].map(({ _id, length, leaf }) => ({
      updateOne: { filter: { _id }, update: { $set: { length, leaf } }, upsert: true },
    })),
  )
  return made.map(({ entry }) => entry)
}

/** Enters written rows in the ledger: objections, removals, roles, organisations, blocks of the audit log. */
export async function recordRows(tx: Tx, rows: readonly RecordedRow[]): Promise<void> {
  await appendToLedger(tx, ...recordFacts(rows, tx.now))
}

/** Returns the number of entries in the ledger. */
export const ledgerEntries = async (db: Db): Promise<number> => (await headOf(db))?.size ?? 0

import { repeatEvery } from '@server/platform/jobs/repeat'
import type { Db } from '@server/platform/store/db'
import { laterOf } from './chain'
import { checkpointDue, checkpointText } from '@shared/ledger/checkpoint'
import { rootOfFrontier } from '@shared/ledger/merkle'
import type { Checkpoint } from '@shared/contract/disclosure/ledger'
import type { Clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/store/transaction'
import { headOf, moveHead } from './commands/appendToLedger'
import type { LedgerSigner } from '@server/platform/signer'
import { Checkpoints, type LedgerHeadRow } from './models/ledgerTree'
import { placeId } from './models/ledgerEntries'

export interface CheckpointStore {
  db: Db
  clock: Clock
  signer: LedgerSigner
}

/** Milliseconds between two checks whether a checkpoint is due. */
const LOOK_EVERY_MS = 10 * 60 * 1000

function signed(head: LedgerHeadRow, now: Date, { keyId, publicKey, sign }: LedgerSigner): Checkpoint {
  const facts = {
    number: head.checkpoints,
    size: head.size,
    root: rootOfFrontier(head.frontier),
    at: laterOf(now.toISOString(), head.at),
    keyId,
  }
  return { ...facts, publicKey, signature: sign(checkpointText(facts)) }
}

/**
 * Returns the newest checkpoint and creates one first if it is due, so it always covers every entry. Null while the
 * ledger is empty. Entries made later cannot be dated before it.
 */
export async function newestCheckpoint({ db, clock, signer }: CheckpointStore): Promise<Checkpoint | null> {
  const seen = await headOf(db)
  if (!seen || !checkpointDue(seen, seen.checkpoint, clock.now())) return seen?.checkpoint ?? null
  return inTransaction({ db, clock }, async tx => {
    const head = await headOf(tx)
    if (!head || !checkpointDue(head, head.checkpoint, tx.now)) return head?.checkpoint ?? null
    const checkpoint = signed(head, tx.now, signer)
    const checkpoints = head.checkpoints + 1
    await moveHead(tx, head, { ...head, at: checkpoint.at, checkpoints, checkpoint })
    await tx.of(Checkpoints).create([{ _id: placeId('chk', head.checkpoints), ...checkpoint }])
    return checkpoint
  })
}

/**
 * Checks at intervals whether a checkpoint is due; the state is in the database, so a restart misses none. Returns a
 * function that stops it.
 */
export function startCheckpointing(
  store: CheckpointStore,
  onError: (error: unknown) => void,
): () => Promise<unknown> {
  return repeatEvery(LOOK_EVERY_MS, () => newestCheckpoint(store), onError)
}

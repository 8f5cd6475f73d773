import { inTransaction, type Stores } from '../store/transaction'
import { addJob, type NewJob } from './queue'
import { repeatEvery } from './repeat'

const LOOK_EVERY_MS = 10 * 60_000

/**
 * Adds each day's jobs to the database, keyed by date, so that no restart or clock change loses one or runs it twice.
 * Returns a function that stops it.
 */
export function startDailyScheduler(
  stores: Stores,
  jobsOf: readonly ((now: Date) => NewJob)[],
  onError: (error: unknown) => void,
): () => Promise<unknown> {
  const addAll = async () => {
    for (const jobOf of jobsOf) await inTransaction(stores, tx => addJob(tx, jobOf(tx.now)))
  }
  return repeatEvery(LOOK_EVERY_MS, addAll, onError)
}

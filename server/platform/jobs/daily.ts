import { inTransaction, type Stores } from '../store/transaction'
import { addJob, type NewJob } from './queue'

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
  const look = () => addAll().catch(onError)
  let last: Promise<unknown> = look()
  const timer = setInterval(() => {
    last = last.then(look)
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return last
  }
}

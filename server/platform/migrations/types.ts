import type { Db, Tx } from '../store/db'

/** Result of one batch: the cursor of the next (null = none left) and the number of changed rows. */
export interface Batch {
  next: string | null
  changed: number
}

/** A migration from one schema version 版式 to the next. */
export interface Migration {
  /** The target schema version; the source is the one before. */
  to: number
  /** Description, in Chinese, for the operator. */
  title: string
  /** Returns the number of rows to read. */
  count(db: Db): Promise<number>
  /**
   * Processes a bounded number of rows after `cursor` (null = from the beginning). Runs in the transaction that
   * stores the cursor, so each batch is applied once; it may be retried after a conflict and therefore uses the store
   * only.
   */
  batch(tx: Tx, cursor: string | null): Promise<Batch>
}

import type { Db } from '../store/db'

/** What one batch has done: where the next begins (null = there is none), and how many rows were changed. */
export interface Batch {
  next: string | null
  changed: number
}

/** A step from one layout of the store 版式 to the next. */
export interface Migration {
  /** The layout that it leads to; it comes from the one before. */
  to: number
  /** What it does, in Chinese, for the operator. */
  title: string
  /** How many rows it will look at. */
  count(db: Db): Promise<number>
  /**
   * The rows after `cursor` (null = from the beginning), a bounded number of them. Runs in the transaction that keeps the cursor, so
   * that each batch counts once, and anew when a rival was faster: it touches nothing but the store.
   */
  batch(db: Db, cursor: string | null): Promise<Batch>
}

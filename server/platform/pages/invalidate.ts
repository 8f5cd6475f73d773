import { randomUUID } from 'node:crypto'
import type { Tx } from '../store/db'
import { FeedVersions } from './pageVersions'

/**
 * Invalidates the cached pages and the feed of an organisation. Call it inside the change's transaction. The stamp is
 * random, not a counter: a restored database must not reuse a value.
 */
export async function touchFeed(tx: Tx, orgCode: string, at: Date): Promise<void> {
  await tx
    .of(FeedVersions)
    .updateOne(
      { _id: orgCode },
      { $inc: { version: 1 }, $set: { changedAt: at, stamp: randomUUID() } },
      { upsert: true },
    )
}

/**
 * Invalidates the cached pages, but not the feed, of an organisation: for an order, an objection or a proof shown on
 * a notice's page.
 */
export async function touchPages(tx: Tx, orgCode: string, at: Date): Promise<void> {
  await tx
    .of(FeedVersions)
    .updateOne(
      { _id: orgCode },
      { $set: { stamp: randomUUID() }, $setOnInsert: { version: 0, changedAt: at } },
      { upsert: true },
    )
}

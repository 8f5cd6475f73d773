import { randomUUID } from 'node:crypto'
import type { Db } from '../store/db'
import { FeedVersions } from './pageVersions'

/**
 * Says to every reader of an organisation's feed that something has changed. Belongs into the change's transaction. The stamp
 * is by chance and no number: after a restore from a backup the same number would stand for other pages.
 */
export async function touchFeed(db: Db, orgCode: string, at: Date): Promise<void> {
  await db
    .of(FeedVersions)
    .updateOne(
      { _id: orgCode },
      { $inc: { version: 1 }, $set: { changedAt: at, stamp: randomUUID() } },
      { upsert: true },
    )
}

/** The same for what stands beside a notice on its page, but not in the feed: an order, an objection, a proof. */
export async function touchPages(db: Db, orgCode: string, at: Date): Promise<void> {
  await db
    .of(FeedVersions)
    .updateOne(
      { _id: orgCode },
      { $set: { stamp: randomUUID() }, $setOnInsert: { version: 0, changedAt: at } },
      { upsert: true },
    )
}

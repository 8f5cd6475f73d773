import type { Models } from '../models'

/** Says to every reader of an organisation's feed that something has changed. Belongs into the change's transaction. */
export async function touchFeed(models: Models, orgCode: string, at: Date): Promise<void> {
  await models.feedVersions.updateOne(
    { _id: orgCode },
    { $inc: { version: 1 }, $set: { changedAt: at } },
    { upsert: true },
  )
}

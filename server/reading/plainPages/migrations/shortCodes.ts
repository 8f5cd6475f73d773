import { shortCode } from '@shared/presentation/shortCode'
import { rawCollection, rawIn } from '@server/platform/migrations/rawRows'
import type { Migration } from '@server/platform/migrations/types'

const BATCH = 500
const NOTICES = 'notices'
const WITHOUT = { shortCode: { $exists: false } }

/** Stores the short code with each notice, so that an address made of it is found by an index. */
export const shortCodes: Migration = {
  to: 7,
  title: '存下每条公示的短码：/n/短码 的网页地址能找到它',
  count: db => rawCollection(db, NOTICES).countDocuments(WITHOUT),
  batch: async tx => {
    const { rows, options } = rawIn(tx, NOTICES)
    const found = await rows.find(WITHOUT, { ...options, projection: { _id: 1 }, limit: BATCH }).toArray()
    if (found.length > 0) {
      const changes = found.map(({ _id }) => ({
        updateOne: { filter: { _id }, update: { $set: { shortCode: shortCode(_id) } } },
      }))
      await rows.bulkWrite(changes, options)
    }
    return { next: found.length < BATCH ? null : '', changed: found.length }
  },
}

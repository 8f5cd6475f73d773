import { trusted } from 'mongoose'
import { SCHEMA_VERSION } from '../../../server/platform/migrations'
import type { Migration } from '../../../server/platform/migrations/types'
import { Publications } from '@server/disclosure/publications/models/publications'

const BATCH = 5

/** Adds a mark to every title: done twice it would show. */
export const markTitles: Migration = {
  to: SCHEMA_VERSION + 1,
  title: '给每个标题加一个记号',
  count: db => db.of(Publications).countDocuments({}),
  batch: async (db, cursor) => {
    const rows = await db
      .of(Publications)
      .find(cursor === null ? {} : { _id: trusted({ $gt: cursor }) }, { title: 1 })
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean()
      .exec()
    for (const { _id, title } of rows) {
      await db.of(Publications).updateOne({ _id }, { $set: { title: `${title}·` } })
    }
    return { next: rows.length < BATCH ? null : rows.at(-1)!._id, changed: rows.length }
  },
}

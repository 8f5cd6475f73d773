import { nameKeysOf } from '@server/domain/search/nameKeys'
import { rawCollection, rawIn } from '@server/platform/migrations/rawRows'
import type { Migration } from '@server/platform/migrations/types'

const BATCH = 500
const ORGS = 'orgs'
const WITHOUT = { nameKeys: { $exists: false } }

const namesOf = (name: unknown, former: unknown): string[] => [
  String(name),
  ...(Array.isArray(former) ? former.map((one: { name: string }) => one.name) : []),
]

/** Stores with each organisation the keys by which the chooser of villages finds it. */
export const nameKeys: Migration = {
  to: 8,
  title: '存下每个机构名称的拼音：选村时能按名字、全拼和首字母找到',
  count: db => rawCollection(db, ORGS).countDocuments(WITHOUT),
  batch: async tx => {
    const { rows, options } = rawIn(tx, ORGS)
    const projection = { name: 1, formerNames: 1 }
    const found = await rows.find(WITHOUT, { ...options, projection, limit: BATCH }).toArray()
    if (found.length > 0) {
      const changes = found.map(({ _id, name, formerNames }) => ({
        updateOne: {
          filter: { _id },
          update: { $set: { nameKeys: nameKeysOf(namesOf(name, formerNames)) } },
        },
      }))
      await rows.bulkWrite(changes, options)
    }
    return { next: found.length < BATCH ? null : '', changed: found.length }
  },
}

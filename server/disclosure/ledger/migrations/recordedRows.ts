import { rawCollection, rawIn } from '@server/platform/migrations/rawRows'
import type { Migration } from '@server/platform/migrations/types'
import type { RecordedRow } from '@server/platform/store/recorded'
import { recordRows } from '../commands/appendToLedger'

const BATCH = 500

/** Collections whose rows an older program wrote without an entry: kind of the entry, field with the organisation. */
const OLDER = [
  ['orgs', 'org', '_id'],
  ['roleGrants', 'grant', 'orgCode'],
  ['objections', 'objection', 'orgCode'],
  ['objectionEvents', 'objection', 'orgCode'],
  ['removals', 'removal', 'orgCode'],
] as const satisfies readonly (readonly [string, RecordedRow['kind'], string])[]

/** Enters in the ledger what was written before it covered more than editions. The cursor is `place/id`. */
export const recordedRows: Migration = {
  to: 11,
  title: '把机构、任职、异议和办理、撤回与删除登记进存证账本',
  count: async db => {
    const counts = await Promise.all(OLDER.map(([name]) => rawCollection(db, name).countDocuments({})))
    return counts.reduce((sum, count) => sum + count, 0)
  },
  batch: async (tx, cursor) => {
    const [place = '0', after = ''] = cursor?.split('/') ?? []
    const [name, kind, org] = OLDER[Number(place)]!
    const { rows, options } = rawIn(tx, name)
    const found = await rows
      .find({ _id: { $gt: after } }, options)
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray()
    if (found.length > 0) {
      const entered = found.map(row => ({ kind, org: String(row[org]), name: `${name}/${row._id}`, row }))
      await recordRows(tx, entered)
    }
    const whole = found.length < BATCH
    const next = whole ? `${Number(place) + 1}/` : `${place}/${found.at(-1)!._id}`
    return { next: whole && Number(place) === OLDER.length - 1 ? null : next, changed: found.length }
  },
}

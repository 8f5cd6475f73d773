import type { mongo } from 'mongoose'
import type { Db, Tx } from '../../store/db'
import { FORMER_COLLECTIONS, FORMER_CONTACT_FIELDS, FORMER_FIELDS, FORMER_JOB_KINDS } from './formerNames'
import { type RawInTransaction, type RawRow, rawCollection, rawIn } from '../rawRows'

/** Rows of one batch. */
const BATCH = 200

/** Result of a batch of one step: the id after which the next begins, null when the step is complete. */
interface StepBatch {
  after: string | null
  changed: number
}

/** A part of the migration; each batch reads a bounded number of rows after an id. */
interface Step {
  /** Returns the number of rows to change. */
  count(db: Db): Promise<number>
  batch(tx: Tx, after: string | null): Promise<StepBatch>
}

type Filter = mongo.Filter<RawRow>

const renamed = (row: object, fields: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [fields[field] ?? field, value as unknown]))

const batchOf = (ids: readonly string[]): StepBatch => ({
  after: ids.length < BATCH ? null : ids.at(-1)!,
  changed: ids.length,
})

/** Moves all rows to another collection, byte for byte but for the names of fields. */
function moveRows({ name, now, fields = {} }: (typeof FORMER_COLLECTIONS)[number]): Step {
  return {
    count: db => rawCollection(db, name).countDocuments({}),
    batch: async tx => {
      const { rows: former, options } = rawIn(tx, name)
      // Without promotion a number keeps its type in the store.
      const found = await former
        .find({}, { ...options, promoteValues: false, sort: { _id: 1 }, limit: BATCH })
        .toArray()
      if (found.length > 0) {
        const ids = found.map(({ _id }) => _id)
        await rawIn(tx, now).rows.insertMany(
          found.map(row => renamed(row, fields) as RawRow),
          options,
        )
        await former.deleteMany({ _id: { $in: ids } }, options)
      }
      return batchOf(found.map(({ _id }) => _id))
    },
  }
}

/** Changes the rows of a collection that match the filter where they are. */
function changeRows(
  name: string,
  filter: Filter,
  change: (into: RawInTransaction, rows: readonly RawRow[]) => Promise<void>,
): Step {
  return {
    count: db => rawCollection(db, name).countDocuments(filter),
    batch: async (tx, after) => {
      const into = rawIn(tx, name)
      const found = await into.rows
        .find(
          { ...filter, ...(after !== null && { _id: { $gt: after } }) },
          { ...into.options, sort: { _id: 1 }, limit: BATCH },
        )
        .toArray()
      if (found.length > 0) await change(into, found)
      return batchOf(found.map(({ _id }) => _id))
    },
  }
}

const idsOf = (rows: readonly RawRow[]) => ({ _id: { $in: rows.map(({ _id }) => _id) } })

const renameField = ({ collection, former, now }: (typeof FORMER_FIELDS)[number]): Step =>
  changeRows(collection, { [former]: { $exists: true } }, async ({ rows, options }, found) => {
    await rows.updateMany(idsOf(found), { $rename: { [former]: now } }, options)
  })

const FORMER_CONTACTS: Filter = {
  $or: Object.keys(FORMER_CONTACT_FIELDS).map(field => ({ [`contacts.${field}`]: { $exists: true } })),
}

const renameInContacts: Step = changeRows('orgs', FORMER_CONTACTS, async ({ rows, options }, found) => {
  for (const { _id, contacts } of found) {
    const now = (contacts as object[]).map(contact => renamed(contact, FORMER_CONTACT_FIELDS))
    await rows.updateOne({ _id }, { $set: { contacts: now } }, options)
  }
})

/** Jobs that are done keep their kind: nobody runs them again, and they expire. */
const UNDONE_JOBS: Filter = {
  state: { $in: ['waiting', 'failed'] },
  kind: { $in: Object.keys(FORMER_JOB_KINDS) },
}

const renameJobs: Step = changeRows('jobs', UNDONE_JOBS, async ({ rows, options }, found) => {
  for (const [former, kind] of Object.entries(FORMER_JOB_KINDS)) {
    const its = found.filter(row => row.kind === former)
    if (its.length > 0) await rows.updateMany(idsOf(its), { $set: { kind } }, options)
  }
})

/** The parts of the migration, in order. */
export const STEPS: readonly Step[] = [
  ...FORMER_COLLECTIONS.map(moveRows),
  ...FORMER_FIELDS.map(renameField),
  renameInContacts,
  renameJobs,
]

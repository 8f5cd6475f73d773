import type { Model, mongo, Query, Schema } from 'mongoose'
import { defineEvent } from '../events'
import { sessionOf } from './session'
import { CHANGES } from './shownTo'

/** Kinds of rows that the ledger 存证账本 covers beside published editions. */
type RecordKind = 'objection' | 'removal' | 'grant' | 'org' | 'audit'

/** Declares that every write of a collection's rows is entered in the ledger. */
export interface Recorded<Row> {
  as: RecordKind
  /** Field with the code of the organisation in whose chain it is entered. */
  org: keyof Row & string
}

/** A row as it is after a transaction, for the ledger. */
export interface RecordedRow {
  kind: RecordKind
  org: string
  /** `collection/id`. */
  name: string
  row: object
}

/** Rows of recorded collections were written; the ledger enters them in the same transaction. */
export const rowsRecorded = defineEvent<RecordedRow[]>('rowsRecorded')

/** Written rows of one collection by id. */
export interface Written {
  collection: mongo.Collection<{ _id: string }>
  recorded: Recorded<never>
  ids: Set<string>
}

const written = new WeakMap<mongo.ClientSession, Map<string, Written>>()

/** Begins to collect the recorded rows that a transaction writes. */
export function collectRecorded(session: mongo.ClientSession): Map<string, Written> {
  const collected = new Map<string, Written>()
  written.set(session, collected)
  return collected
}

/** Makes every write of the collection note the written rows. */
export function noteRecorded<Row>(schema: Schema, name: string, recorded: Recorded<Row>): void {
  const note = (model: Pick<Model<unknown>, 'db'>, ids: readonly unknown[]) => {
    const session = sessionOf(model)
    const into = session && written.get(session)
    if (!into || ids.length === 0) return
    const collection = model.db.collection<{ _id: string }>(name) as unknown as Written['collection']
    const known = into.get(name) ?? { collection, recorded, ids: new Set() }
    for (const id of ids) known.ids.add(String(id))
    into.set(name, known)
  }
  schema.pre([...CHANGES], async function (this: Query<unknown, unknown>) {
    if (this.getOptions().upsert) throw new Error(`${name} is recorded and not written by upsert`)
    const session = sessionOf(this.model)
    // Past the model's queue, in which the write itself already has its turn.
    if (session) note(this.model, await this.model.collection.distinct('_id', this.getFilter(), { session }))
  })
  schema.pre('save', function () {
    note(this.constructor as Model<unknown>, [this._id])
  })
  schema.pre('insertMany', function (this: Model<unknown>, rows: readonly { _id?: unknown }[]) {
    note(this, rows.map(({ _id }) => _id)) // prettier-ignore
  })
  schema.pre('bulkWrite', () => {
    throw new Error(`${name} is recorded and not written in bulk`)
  })
}

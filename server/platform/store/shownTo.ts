import type { Model, mongo, Query, Schema } from 'mongoose'
import { sessionOf } from './session'

/** What a change invalidates: the cached pages and the feed of an organisation, or its pages alone. */
export type Audience = 'feed' | 'pages'

/** Declares on whose public pages the rows of a collection are shown. */
export interface ShownTo<Row> {
  /** Field with the organisation's code. */
  field: keyof Row & string
  in: Audience
  /** The rows are also shown on the pages of every organisation above and below it. */
  around?: true
  /** Rows are shown only when this field is set. */
  once?: keyof Row & string
}

/** Organisations whose pages a transaction has changed; `around`: and those of every organisation above and below them. */
export interface ShownChange {
  in: Audience
  around: boolean
}

const changes = new WeakMap<mongo.ClientSession, Map<string, ShownChange>>()

/** Begins to collect the changes of a transaction. */
export function collectChanges(session: mongo.ClientSession): Map<string, ShownChange> {
  const collected = new Map<string, ShownChange>()
  changes.set(session, collected)
  return collected
}

/** Returns the running transaction's changes; undefined outside a transaction. */
function changesOf(model: Pick<Model<unknown>, 'db'>): Map<string, ShownChange> | undefined {
  const session = sessionOf(model)
  return session && changes.get(session)
}

/** The queries that change or remove rows. */
export const CHANGES = [
  'updateOne',
  'updateMany',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
  'replaceOne',
  'deleteOne',
  'deleteMany',
] as const

/** Makes every write of the collection note whose pages show the written rows. */
export function noteWrites<Row>(
  schema: Schema,
  name: string,
  { field, in: audience, around, once }: ShownTo<Row>,
): void {
  const note = (into: Map<string, ShownChange>, code: unknown) => {
    const known = into.get(String(code))
    const feed = known?.in === 'feed' || audience === 'feed'
    into.set(String(code), { in: feed ? 'feed' : 'pages', around: around ?? known?.around ?? false })
  }
  const noteRows = (model: Pick<Model<unknown>, 'db'>, rows: readonly object[]) => {
    const into = changesOf(model)
    if (!into) return
    for (const row of rows) {
      const values = row as Record<string, unknown>
      if (once === undefined || (values[once] ?? null) !== null) note(into, values[field])
    }
  }
  schema.pre([...CHANGES], async function (this: Query<unknown, unknown>) {
    if (this.getOptions().upsert) {
      throw new Error(`${name} is shown on public pages and not written by upsert`)
    }
    const into = changesOf(this.model)
    if (!into) return
    const filter = { ...this.getFilter(), ...(once && { [once]: { $ne: null } }) }
    // Past the model's queue, in which the write itself already has its turn.
    const codes = await this.model.collection.distinct(field, filter, { session: sessionOf(this.model) })
    for (const code of codes) note(into, code)
  })
  schema.pre('save', function () {
    noteRows(this.constructor as Model<unknown>, [this.toObject()])
  })
  schema.pre('insertMany', function (this: Model<unknown>, rows: readonly object[]) {
    noteRows(this, rows)
  })
  schema.pre('bulkWrite', () => {
    throw new Error(`${name} is shown on public pages and not written in bulk`)
  })
}

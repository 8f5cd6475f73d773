import { randomBytes } from 'node:crypto'
import { type Connection, type Model, type Query, Schema, type SchemaDefinitionProperty } from 'mongoose'
import { queueOperations } from './session'
import { noteRecorded, type Recorded } from './recorded'
import { CHANGES, noteWrites, type ShownTo } from './shownTo'

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const RANDOM_CHARS = 20

/** Kinds of record, each with the prefix that its ids carry. */
export type IdPrefix =
  | 'ntc'
  | 'rev'
  | 'sta'
  | 'pub'
  | 'cat'
  | 'itm'
  | 'cdr'
  | 'cdw'
  | 'usr'
  | 'grt'
  | 'ses'
  | 'fam'
  | 'idk'
  | 'aud'
  | 'fil'
  | 'gui'
  | 'lek'
  | 'job'
  | 'run'
  | 'msg'
  | 'dig'
  | 'sub'
  | 'con'
  | 'rol'
  | 'clm'
  | 'obj'
  | 'oev'
  | 'app'
  | 'apa'
  | 'ape'
  | 'lrm'
  | 'lnk'
  | 'fnd'
  | 'fev'
  | 'chp'
  | 'dut'
  | 'evt'
  | 'ins'
  | 'pcs'
  | 'pce'
  | 'hol'
  | 'och'
  | 'oge'
  | 'ltk'
  | 'idl'
  | 'rmv'
  | 'agr'
  | 'pic'

/** Returns a new readable id, e.g. `ntc_4f1c…`: 20 random characters of base 36, about 103 bits. */
export function newId(prefix: IdPrefix): string {
  let text = ''
  while (text.length < RANDOM_CHARS) {
    for (const byte of randomBytes(RANDOM_CHARS)) {
      // 252 = 7 × 36: bytes above it would bias the result to the first letters.
      if (byte < 252 && text.length < RANDOM_CHARS) text += ALPHABET[byte % 36]
    }
  }
  return `${prefix}_${text}`
}

/** One index, declared with its schema; fields in the order equality, sort, unique id. */
interface IndexSpec<Row> {
  fields: { [field in (keyof Row & string) | `${keyof Row & string}.${string}`]?: 1 | -1 }
  unique?: true
  /** Index only the rows that match. */
  partial?: Record<string, unknown>
  /** Seconds after the date in the (only) field when rows are removed. */
  expireAfterSeconds?: number
}

export interface CollectionSpec<Row> {
  /** Collection name. */
  name: string
  /** Every field of the row, and no other. */
  fields: { [field in keyof Row & string]: SchemaDefinitionProperty }
  indexes: IndexSpec<Row>[]
  /** Rows are written once and never changed or removed through the model. */
  immutable?: true
  /** Rows may go, by a command; without it and without an expiry fewer rows than before are a loss. */
  removable?: true
  /** On whose public pages the rows are shown: a write moves the version of these pages. */
  shownTo?: ShownTo<Row>
  /** Every write is entered in the ledger; rows are not removed. */
  recorded?: Recorded<Row>
}

/** A collection as a foreign room sees it: for reading only. */
export interface ReadableCollection<Row> {
  name: string
  /** Never set; carries the row's type. */
  row?: Row
}

export interface CollectionDefinition<Row> extends ReadableCollection<Row> {
  schema: Schema
  /** Rows are shown on public pages; a write moves their versions. */
  shown: boolean
  /** Rows never go: fewer than before are a loss. */
  lasting: boolean
}

/** Returns what a room's door exports of a collection: foreign rooms read it, its own room writes it. */
export const readable = <Row>(collection: CollectionDefinition<Row>): ReadableCollection<Row> => collection

/** Query option for a lawful erasure 依法删除: with the next one the only change allowed to immutable rows. */
export const LAWFUL_ERASURE = { lawfulErasure: true } as const

/** Query option for the removal of immutable rows that nothing refers to. */
export const UNREFERENCED = { unreferenced: true } as const

type Allowed = Partial<typeof LAWFUL_ERASURE & typeof UNREFERENCED>

/** Defines a collection: text ids, no hidden version field, unknown fields refused in rows and filters. */
export function defineCollection<Row>(spec: CollectionSpec<Row>): CollectionDefinition<Row> {
  const schema = new Schema(spec.fields, {
    collection: spec.name,
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    minimize: false,
    id: false,
    autoIndex: false,
    autoCreate: false,
  })
  for (const { fields, unique, partial, expireAfterSeconds } of spec.indexes) {
    schema.index(fields as Record<string, 1 | -1>, {
      ...(unique && { unique }),
      ...(partial && { partialFilterExpression: partial }),
      ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
    })
  }
  if (spec.immutable) {
    schema.pre([...CHANGES], function (this: Query<unknown, unknown>) {
      const { lawfulErasure, unreferenced } = this.getOptions() as Allowed
      if (!lawfulErasure && !unreferenced) throw new Error(`${spec.name} is written once and never changed`)
    })
    schema.pre('bulkWrite', () => {
      throw new Error(`${spec.name} is written once and never changed`)
    })
  }
  if (spec.shownTo) noteWrites(schema as Schema, spec.name, spec.shownTo)
  if (spec.recorded) noteRecorded(schema as Schema, spec.name, spec.recorded)
  const expires = spec.indexes.some(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)
  return {
    name: spec.name,
    schema: schema as Schema,
    shown: spec.shownTo !== undefined,
    lasting: !expires && !spec.removable,
  }
}

/** Returns the model of a collection on one connection. */
export function modelOn<Row>(
  connection: Connection,
  { name, schema }: CollectionDefinition<Row>,
): Model<Row> {
  const model = connection.model(name, schema, name) as unknown as Model<Row>
  queueOperations(model as unknown as Model<unknown>)
  return model
}

export const text = { type: String, required: true } as const
export const textOrNull = { type: String, default: null } as const
/** A text; the field is absent while there is none. */
export const textIfAny = { type: String } as const
export const whole = { type: Number, required: true } as const
export const yesNo = { type: Boolean, required: true } as const
export const instant = { type: Date, required: true } as const
export const instantOrNull = { type: Date, default: null } as const
export const texts = { type: [String], required: true } as const
/** Texts; the field is absent while there are none. */
export const textsIfAny = { type: [String], default: undefined } as const
/** Whole numbers; the field is absent while there are none. */
export const wholesIfAny = { type: [Number], default: undefined } as const
/** A value whose shape zod has already validated. */
export const checked = { type: Schema.Types.Mixed, required: true } as const
export const wholeIfAny = { type: Number } as const
export const wholeOrNull = { type: Number, default: null } as const
export const checkedOrNull = { type: Schema.Types.Mixed, default: null } as const
/** A checked value; the field is absent while there is none. */
export const checkedIfAny = { type: Schema.Types.Mixed } as const

/** Returns the update that sets the given fields and removes those that are undefined. */
export function changed<Row>(fields: Partial<Row>): { $set: Partial<Row>; $unset?: Record<string, 1> } {
  const gone = Object.entries(fields).filter(([, value]) => value === undefined)
  if (gone.length === 0) return { $set: fields }
  return { $set: fields, $unset: Object.fromEntries(gone.map(([field]) => [field, 1] as const)) }
}

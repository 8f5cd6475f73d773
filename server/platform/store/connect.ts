import os from 'node:os'
import type { mongo, Mongoose } from 'mongoose'
import type { Database } from './database'

/** Default database name; a name in MONGODB_URI takes precedence. */
const DATABASE_NAME = 'mingbai'

/** Set explicitly: a write is acknowledged only after it is on disk at the majority. */
const WRITE_CONCERN = { w: 'majority', journal: true, retryWrites: true } as const

const PATIENCE = { serverSelectionTimeoutMS: 15_000, connectTimeoutMS: 10_000, maxPoolSize: 50 } as const

/** Returns the database name in the path of a connection string, if any. */
function nameIn(uri: string | undefined): string | undefined {
  const name = uri === undefined ? undefined : /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1]
  return name && decodeURIComponent(name)
}

/** Returns the options of every connection. Reads return acknowledged data only: `readConcern: majority`. */
export function connectOptions(external?: string, replicaSet?: string): Database['options'] {
  return {
    ...WRITE_CONCERN,
    ...PATIENCE,
    readConcern: { level: 'majority' },
    dbName: nameIn(external) ?? DATABASE_NAME,
    ...(replicaSet === undefined ? {} : { replicaSet, authSource: 'admin' }),
    autoIndex: false,
  }
}

/**
 * The driver imports `os` dynamically, which a sandbox such as jest's refuses; without it the driver omits its client
 * metadata and a server may refuse it.
 */
export const RUNTIME: Pick<mongo.MongoClientOptions, 'runtimeAdapters'> = { runtimeAdapters: { os } }

/** Options of every transaction: snapshot reads, and commit on disk at the majority. */
export const TRANSACTION: mongo.TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
}

/**
 * Connects mongoose to the database, for server, command line and tests alike. Operators in filters require
 * `mongoose.trusted(…)`; unknown fields in filters throw.
 */
export async function connect(
  mongoose: Mongoose,
  database: Pick<Database, 'uri' | 'options'>,
): Promise<Mongoose> {
  mongoose.set('strictQuery', 'throw')
  mongoose.set('sanitizeFilter', true)
  mongoose.set('transactionAsyncLocalStorage', true)
  return mongoose.connect(database.uri, { ...database.options, ...RUNTIME })
}

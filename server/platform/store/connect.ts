import os from 'node:os'
import type { mongo, Mongoose } from 'mongoose'
import type { Database } from './database'

/** Default name of the database; a name in MONGODB_URI wins. */
const DATABASE_NAME = 'mingbai'

/** Said explicitly: nothing is acknowledged before it is on the disk of the majority. */
const WRITE_CONCERN = { w: 'majority', journal: true, retryWrites: true } as const

const PATIENCE = { serverSelectionTimeoutMS: 15_000, connectTimeoutMS: 10_000, maxPoolSize: 50 } as const

/** The name in the path of a connection string, if there is one. */
function nameIn(uri: string | undefined): string | undefined {
  const name = uri === undefined ? undefined : /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1]
  return name && decodeURIComponent(name)
}

/** Options of every connection. Reads are of acknowledged data only: `readConcern: majority`. */
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
 * The driver loads `os` by a dynamic import, which a sandbox such as jest's refuses; without it the driver
 * does not say who it is, and a server may turn it away.
 */
export const RUNTIME: Pick<mongo.MongoClientOptions, 'runtimeAdapters'> = { runtimeAdapters: { os } }

/** Options of every transaction: it sees one moment, and is on disk at the majority when it returns. */
export const TRANSACTION: mongo.TransactionOptions = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
}

/**
 * Connects mongoose to the database: the one way for server, command line and tests.
 * Filters with operators from our own code must say `mongoose.trusted(…)`; unknown fields in filters throw.
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

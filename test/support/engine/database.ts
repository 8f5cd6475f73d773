import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { guardDriver } from './guard'
import { DATABASE_VARIABLE, quietLog, startTestEngine } from './engine'
import type { Database } from '@server/platform/store/database'
import { connect } from '@server/platform/store/connect'

/** A database of one test file: the default mongoose is connected to it. */
export interface TestDatabase {
  mongoose: typeof mongoose
  connection: mongoose.Connection
  database: Database
  name: string
  /** Empties every collection, keeps the indexes: for `beforeEach`. */
  clear(): Promise<void>
  /** Drops the database and disconnects: for `afterAll`. */
  close(): Promise<void>
}

/** The engine that the layer's globalSetup has started for this worker, seen with another database name. */
export function testEngine(dbName: string): Database {
  const told = process.env[DATABASE_VARIABLE]
  if (told === undefined) throw new Error('No test engine: this test must run in the jest project "api".')
  const engines = JSON.parse(told) as Pick<Database, 'uri' | 'options' | 'kind'>[]
  const { uri, options, kind } = engines[(Number(process.env.JEST_WORKER_ID ?? 1) - 1) % engines.length]!
  return {
    uri,
    options: { ...options, dbName },
    kind,
    engine: () => undefined,
    mend: () => Promise.resolve(true),
    stop: () => Promise.resolve(),
  }
}

/**
 * Connects mongoose to an empty database of its own. `guarded`: what MongoDB would refuse fails the test, and a sort
 * without an index, which it refuses above 100 MB. Indexes are the caller's: `await Model.createIndexes()` or whatever
 * the server does at start.
 */
export async function openTestDatabase(purpose = 'test', guarded = true): Promise<TestDatabase> {
  const name = `t_${purpose.replace(/\W/g, '').slice(0, 20)}_${randomBytes(6).toString('hex')}`
  return openDatabase(testEngine(name), name, guarded)
}

/** Connects mongoose to a database of an engine, be it one of the test's own. */
export async function openDatabase(database: Database, name: string, guarded = true): Promise<TestDatabase> {
  await connect(mongoose, { ...database, options: { ...database.options, monitorCommands: true } })
  const { connection } = mongoose
  const guard = guardDriver({ base: mongoose, connection })
  return {
    mongoose,
    connection,
    database,
    name,
    clear: async () => {
      for (const collection of await connection.listCollections()) {
        await connection.collection(collection.name).deleteMany({})
      }
    },
    close: async () => {
      const violations = guarded ? await guard.violations() : []
      // An engine of our own goes with its folder; dropping takes SecantusDB seconds for every collection.
      if (database.kind === 'external') await connection.dropDatabase()
      await mongoose.disconnect()
      if (violations.length > 0) {
        throw new Error(`on MongoDB this would fail: ${JSON.stringify(violations, null, 1)}`)
      }
    },
  }
}

/** Connects mongoose to the database of an engine of its own, on a folder that `fill` has filled; `close` also stops the engine. */
export async function openOwnDatabase(
  purpose: string,
  fill?: (dataDir: string) => void,
): Promise<TestDatabase> {
  const database = await startTestEngine(purpose, quietLog, fill)
  const opened = await openDatabase(database, String(database.options.dbName))
  return {
    ...opened,
    close: async () => {
      await opened.close()
      await database.stop()
    },
  }
}

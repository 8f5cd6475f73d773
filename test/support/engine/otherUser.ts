import { createConnection } from 'mongoose'
import { loadConfig } from '../../../server/platform/config'
import { startDatabase } from '../../../server/demo/engine'
import { quietLog } from './engine'
import type { Database } from '@server/platform/store/database'

/** Changes the one row of `halves`, and does not come to an end with it. */
async function begin({ uri, options }: Database): Promise<void> {
  const connection = await createConnection(uri, options).asPromise()
  const halves = connection.collection('halves')
  await halves.updateOne({}, { $set: { by: 'nobody' } }, { upsert: true })
  const session = await connection.startSession()
  session.startTransaction()
  await halves.updateOne({}, { $set: { by: 'half' } }, { session })
}

/**
 * A program of its own that uses the database of DATA_DIR until it gets SIGTERM; prints `ready` once it has it. With the word `begin`
 * it is then in the midst of a transaction, for the test that kills it.
 */
async function main(): Promise<void> {
  const database = await startDatabase(loadConfig(), quietLog)
  if (process.argv.includes('begin')) await begin(database)
  const awake = setInterval(() => undefined, 1_000)
  process.once('SIGTERM', () => {
    clearInterval(awake)
    void database.stop()
  })
  process.stdout.write('ready')
}

void main()

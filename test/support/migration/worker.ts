import mongoose from 'mongoose'
import { composeDb } from '@server/compose'
import { migrateStore } from '../../../server/platform/migrations/migrate'
import { MIGRATIONS } from '../../../server/migrations'
import { markTitles } from './steps'
import type { Database } from '@server/platform/store/database'
import { connect } from '@server/platform/store/connect'

/** A process that migrates the database of its environment variable `WORKER` until it is done or killed. */
async function main(): Promise<void> {
  const { database, leaseMs } = JSON.parse(process.env.WORKER ?? '') as {
    database: Pick<Database, 'uri' | 'options' | 'kind'>
    leaseMs: number
  }
  await connect(mongoose, database)
  const db = composeDb(mongoose.connection)
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  await migrateStore({ db, migrations: [...MIGRATIONS, markTitles], program: 'test', say, leaseMs })
  await mongoose.disconnect()
}

void main()

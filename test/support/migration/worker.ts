import mongoose from 'mongoose'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Publications } from '@server/disclosure/publications/models/publications'
import { StoreState } from '@server/platform/migrations/storeState'
import { createDb } from '@server/platform/store/createDb'
import { PowerCases } from '@server/power/cases/models/powerCases'
import { PowerLists } from '@server/power/lists/models/powerLists'
import { migrateStore } from '../../../server/platform/migrations/migrate'
import { MIGRATIONS } from '../../../server/migrations'
import { markTitles } from './steps'
import type { Database } from '@server/platform/store/database'
import { connect } from '@server/platform/store/connect'

const COLLECTIONS = [CatalogueItems, Publications, PowerCases, PowerLists, StoreState]

/** A process that migrates the database of its environment variable `WORKER` until it is done or killed. */
async function main(): Promise<void> {
  const { database, leaseMs } = JSON.parse(process.env.WORKER ?? '') as {
    database: Pick<Database, 'uri' | 'options' | 'kind'>
    leaseMs: number
  }
  await connect(mongoose, database)
  const db = createDb(mongoose.connection, COLLECTIONS, { reactions: [], answers: [] })
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  await migrateStore({ db, migrations: [...MIGRATIONS, markTitles], program: 'test', say, leaseMs })
  await mongoose.disconnect()
}

void main()

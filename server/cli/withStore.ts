import { MIGRATIONS } from '@server/migrations'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { type Config, loadConfig } from '@server/platform/config'
import { composeDb } from '@server/compose'
import { ensureIndexes, type Db } from '@server/platform/store/db'
import { type Clock, createClock } from '@server/platform/clock'
import { startDatabase } from '@server/demo/engine'
import { migrationPlan, SCHEMA_VERSION } from '@server/platform/migrations'
import { InputError } from './command'
import { connect } from '@server/platform/store/connect'

export interface Store {
  db: Db
  clock: Clock
  config: Config
}

interface Needs {
  /** Accepts a store with an older schema version: the work copies rows unchanged, or migrates them. */
  anyLayout?: boolean
  /**
   * Preparation of the store. `lasting`: indexes without expiry; the work creates the others after restoring and
   * comparing old rows. `nothing`: the work reads a store in use without waiting.
   */
  prepare?: 'indexes' | 'lasting' | 'nothing'
}

const say = (message: string) => console.error(message)

async function requireLayout(db: Db): Promise<void> {
  const { layout, steps } = await migrationPlan(db, MIGRATIONS)
  if (layout > SCHEMA_VERSION) {
    throw new InputError(
      'store-newer',
      `库的版式是 ${layout}，本程序只到 ${SCHEMA_VERSION}：请用更新的程序。`,
    )
  }
  if (steps.length === 0) return
  throw new InputError('store-older', `库还是旧版式（${layout}），请先运行 cli migrate，或启动一次服务。`)
}

/** Runs the work on the configured database, the one the server uses, and closes the connection. */
export async function withStore<T>(
  work: (store: Store) => Promise<T>,
  { anyLayout = false, prepare = 'indexes' }: Needs = {},
): Promise<T> {
  const config = loadConfig()
  const database = await startDatabase(config, { info: say, warn: say, error: say })
  try {
    await connect(mongoose, database)
    const db = composeDb(mongoose.connection)
    if (prepare === 'indexes') await ensureIndexes(db, { expiry: config.clock === undefined })
    if (prepare === 'lasting') await ensureIndexes(db, { expiry: false })
    if (!anyLayout) await requireLayout(db)
    return await work({ db, clock: createClock(config.clock), config })
  } finally {
    await mongoose.disconnect()
    await database.stop()
  }
}

/** Runs the work on an empty temporary store: a separate engine, or another database of the set in MONGODB_URI. */
export async function withScratchStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const config = loadConfig()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'mingbai-drill-'))
  const database = await startDatabase({ ...config, dataDir }, { info: say, warn: say, error: say })
  const name = `mingbai_drill_${randomBytes(4).toString('hex')}`
  try {
    await connect(mongoose, { ...database, options: { ...database.options, dbName: name } })
    const db = composeDb(mongoose.connection)
    await ensureIndexes(db, { expiry: false })
    return await work({ db, clock: createClock(config.clock), config })
  } finally {
    if (database.kind === 'external') await mongoose.connection.dropDatabase()
    await mongoose.disconnect()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

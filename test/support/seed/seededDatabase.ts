import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { composeDb } from '@server/compose'
import { MIGRATIONS } from '@server/migrations'
import { createClock } from '../../../server/platform/clock'
import { migrate } from '../../../server/platform/migrations'
import { seedIfEmpty } from '../../../server/demo/seed'
import { ensureIndexes, type Store } from '@server/platform/store/db'
import { onDataDir } from '../backup/fill'
import { openOwnDatabase, openTestDatabase, type TestDatabase } from '../engine/database'
import { SEEDED_VARIABLE } from '../engine/engine'
import { copyStore } from '../server/seededStore'
import { until } from '../until'

/** The day from which the seed is dated: that of the API tests. */
const NOW = '2026-11-20T02:00:00.000Z'

async function seed(db: Store): Promise<void> {
  await ensureIndexes(db, { expiry: false })
  await migrate(db, MIGRATIONS, () => undefined)
  await seedIfEmpty(db, createClock(NOW), { info: () => undefined })
}

/** The data folder of this run with the seed. One test file makes it, others that need it meanwhile wait for it. */
async function seededStore(): Promise<string> {
  const folder = process.env[SEEDED_VARIABLE]
  if (folder === undefined) throw new Error(`${SEEDED_VARIABLE} is missing: not the jest project "api"`)
  const [made, making] = [path.join(folder, 'made'), path.join(folder, 'making')]
  await until(async () => {
    if (existsSync(made)) return true
    try {
      mkdirSync(making, { mode: 0o700 })
    } catch {
      return false
    }
    try {
      await onDataDir(making, seed)
      renameSync(making, made)
    } catch (problem) {
      rmSync(making, { recursive: true, force: true })
      throw problem
    }
    return true
  })
  return made
}

/**
 * Connects mongoose to a database that holds the demonstration area as of 20 November 2026: an engine of its own on a copy of the
 * run's seeded store, which takes a second where seeding takes ten.
 */
export async function openSeededDatabase(purpose: string): Promise<TestDatabase> {
  if (process.env.MONGODB_URI !== undefined) {
    const opened = await openTestDatabase(purpose)
    await seed(composeDb(opened.connection))
    return opened
  }
  const store = await seededStore()
  return openOwnDatabase(purpose, dataDir => copyStore(store, dataDir))
}

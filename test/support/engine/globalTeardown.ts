import type { Database } from '../../../server/demo/engine'
import { DATABASE_VARIABLE } from './globalSetup'

/** Ends the engines of this run and clears their folders. */
export default async function globalTeardown(): Promise<void> {
  const databases = (globalThis as Record<string, unknown>)[DATABASE_VARIABLE] as Database[] | undefined
  for (const database of databases ?? []) await database.stop()
}

import type { Database } from '../../../server/services/engine'
import { DATABASE_VARIABLE } from './globalSetup'

/** Ends the engine of this run and clears its folder. */
export default async function globalTeardown(): Promise<void> {
  const database = (globalThis as Record<string, unknown>)[DATABASE_VARIABLE] as Database | undefined
  await database?.stop()
}

import { rmSync } from 'node:fs'
import type { Database } from '@server/platform/store/database'

/** Ends the engines of this run and clears their folders. */
export default async function globalTeardown(): Promise<void> {
  const { testEngines = [] } = globalThis as { testEngines?: Database[] }
  for (const database of testEngines) await database.stop()
  const seeded = process.env.MINGBAI_TEST_SEEDED
  if (seeded !== undefined) rmSync(seeded, { recursive: true, force: true })
}

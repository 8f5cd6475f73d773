import { require as requireThroughTsx } from 'tsx/cjs/api'
import type * as Engines from './engines'

/**
 * Starts an engine for each worker, so that no worker waits for another's tests; each test file opens a database of its own in its
 * worker's. Jest maps no aliases in a global setup, tsx does.
 */
export default async function globalSetup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  const { startEngines } = requireThroughTsx('./engines.ts', __filename) as typeof Engines
  Object.assign(globalThis, { testEngines: await startEngines(maxWorkers) })
}

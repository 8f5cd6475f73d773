import { reportFigure } from '../figures'
import { clearAbandoned, startTestEngine } from './engine'

/** Where test files find the engines of this run: JSON of one `{ uri, options, kind }` for each of jest's workers. */
export const DATABASE_VARIABLE = 'MINGBAI_TEST_DATABASE'

/**
 * An engine for each worker, so that none waits for what another's test does to it; each test file opens a database of its own in
 * its worker's.
 */
export default async function globalSetup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  await clearAbandoned()
  const workers = Array.from({ length: maxWorkers }, (_, at) => startTestEngine(`api${at + 1}`))
  const databases = await Promise.all(workers)
  Object.assign(globalThis, { [DATABASE_VARIABLE]: databases })
  reportFigure(`数据库 ${databases[0]!.kind}`)
  const told = databases.map(({ uri, options, kind }) => ({ uri, options, kind }))
  process.env[DATABASE_VARIABLE] = JSON.stringify(told)
}

import { reportFigure } from '../figures'
import { clearAbandoned, startTestEngine } from './engine'

/** Where test files find the engine of this run: JSON of `{ uri, options, kind }`. */
export const DATABASE_VARIABLE = 'MINGBAI_TEST_DATABASE'

/** One engine for all test files of the layer; each file opens a database of its own in it. */
export default async function globalSetup(): Promise<void> {
  await clearAbandoned()
  const database = await startTestEngine('api')
  Object.assign(globalThis, { [DATABASE_VARIABLE]: database })
  const { uri, options, kind } = database
  reportFigure(`数据库 ${kind}`)
  process.env[DATABASE_VARIABLE] = JSON.stringify({ uri, options, kind })
}

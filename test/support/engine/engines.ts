import { reportFigure } from '../figures'
import { clearAbandoned, DATABASE_VARIABLE, makeDataDir, SEEDED_VARIABLE, startTestEngine } from './engine'
import type { Database } from '@server/platform/store/database'

/** Starts one engine per jest worker and names them in the environment. */
export async function startEngines(count: number): Promise<Database[]> {
  await clearAbandoned()
  const databases = await Promise.all(
    Array.from({ length: count }, (_, at) => startTestEngine(`api${at + 1}`)),
  )
  reportFigure(`数据库 ${databases[0]!.kind}`)
  const addresses = databases.map(({ uri, options, kind }) => ({ uri, options, kind }))
  process.env[DATABASE_VARIABLE] = JSON.stringify(addresses)
  process.env[SEEDED_VARIABLE] = makeDataDir('seeded')
  return databases
}

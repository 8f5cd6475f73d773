import { existsSync } from 'node:fs'
import { execFile } from 'node:child_process'
import path from 'node:path'
import type { TestServer } from '../api/testServer'
import type { TestDatabase } from '../engine/database'

const ROOT = path.resolve(__dirname, '../../..')
/** The built command line, as an operator runs it: through tsx each call would compile the program first. */
const CLI = path.join(ROOT, 'dist', 'server', 'cli.js')

export interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** The address of a test's own database, or of another on its engine, as an operator would write it. */
export function mongodbUri(
  { database, name: own }: Pick<TestDatabase, 'database' | 'name'>,
  name: string = own,
): string {
  const { uri, options } = database
  const address = new URL(uri)
  address.pathname = `/${name}`
  for (const key of ['replicaSet', 'authSource'] as const) {
    if (options[key]) address.searchParams.set(key, options[key])
  }
  return address.href
}

/** Runs a command of the operator as a program of its own on the store of a test server. */
export function cliOn(server: TestServer, ...args: string[]): Promise<Ended> {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing: run \`npm run build:server\` first`)
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'test',
    MONGODB_URI: mongodbUri(server.database),
  }
  return new Promise(resolve => {
    execFile(process.execPath, [CLI, ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

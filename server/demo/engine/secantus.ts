import { mongo } from 'mongoose'
import { RUNTIME } from '@server/platform/store/connect'
import type { Program } from './findEngine'
import { launch } from './launch'
import { endProcess, freePort, type ProcessMark } from './process'
import { isKnownTo, markKnown, type EnginePaths, type Secret } from './state'

/** Timeouts of one probe of a starting engine. */
const LOOK = { serverSelectionTimeoutMS: 8_000, connectTimeoutMS: 5_000, directConnection: true }

export const localUri = (port: number, secret?: Secret): string =>
  `mongodb://${secret ? `${secret.user}:${encodeURIComponent(secret.password)}@` : ''}127.0.0.1:${port}/`

/** Runs `work` on the admin database of the loopback engine. */
export async function onAdmin<T>(
  uri: string,
  work: (admin: mongo.Db) => Promise<T>,
  options: mongo.MongoClientOptions = {},
): Promise<T> {
  const client = new mongo.MongoClient(uri, { ...LOOK, ...RUNTIME, ...options })
  try {
    await client.connect()
    return await work(client.db('admin'))
  } finally {
    await client.close()
  }
}

/** Creates or recreates the admin user, while auth is still off. */
export async function createAdministrator(uri: string, secret: Secret): Promise<void> {
  await onAdmin(uri, async admin => {
    const known = await admin.command({ usersInfo: secret.user })
    const users = known.users as unknown[]
    if (users.length > 0) await admin.command({ dropUser: secret.user })
    await admin.command({ createUser: secret.user, pwd: secret.password, roles: ['root'] })
  })
}

export interface Start {
  program: Program
  paths: EnginePaths
  secret: Secret
  port: number
  env: NodeJS.ProcessEnv
}

/**
 * Uncommitted rows stay in the cache: with 256M the seed's transaction, right after a rolled-back one of its size,
 * never ended.
 */
const CACHE = '512M'

/**
 * Returns the arguments; `--sync-on-commit` makes `j: true` effective: without it a kill -9 loses acknowledged
 * writes.
 */
const argsOf = (store: string, port: number, auth: boolean): string[] => [
  ...['--host', '127.0.0.1', '--port', String(port), '--storage-path', store],
  ...['--cache-size', CACHE, '--sync-on-commit', ...(auth ? ['--auth'] : [])],
]

function run({ program, paths, env }: Start, port: number, auth: boolean): Promise<ProcessMark> {
  const args = argsOf(paths.secantusStore, port, auth)
  return launch({ command: program.command, args, port, logFile: paths.log, env })
}

/** Provisions a new store: opens it on a random port, auth off, and creates the admin. */
async function provision(start: Start): Promise<void> {
  const port = await freePort()
  const open = await run(start, port, false)
  try {
    await createAdministrator(localUri(port), start.secret)
  } finally {
    await endProcess({ ...open, port })
  }
  markKnown(start.paths, start.secret, start.paths.secantusStore)
}

/** Starts either SecantusDB server on `start.port`, auth on. */
export async function startSecantus(start: Start): Promise<ProcessMark> {
  if (!isKnownTo(start.secret, start.paths.secantusStore)) await provision(start)
  return run(start, start.port, true)
}

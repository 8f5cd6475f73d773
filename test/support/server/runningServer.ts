import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { endAbandoned } from '../../../server/demo/engine'
import type { TestDatabase } from '../engine/database'
import { clearAbandoned, makeDataDir } from '../engine/engine'
import { keepLog } from '../logs/keepLog'
import { familyMegabytes } from './processSize'
import { copySeededStore } from './seededStore'

const ROOT = path.resolve(__dirname, '../../..')
const BUNDLE = path.join(ROOT, 'dist', 'server', 'index.js')
/** Settings that the demonstration data do not depend on: their servers begin with a copy of it. */
const NOT_SEEDED = /^(WECHAT_|PUBLIC_BASE_URL$|PORT$|MODELS_DIR$)/
const READY = /^ready (http:\/\/\S+)$/m
const START_MS = 180_000
const STOP_MS = 15_000

/** The day on which the journeys take place; the seed is dated from it. */
export const JOURNEY_NOW = '2026-11-20T02:00:00.000Z'

/** How people log in where WeChat is another server: no test login is offered, and staff must give a second factor. The seed is the same. */
export const AS_IN_PRODUCTION = {
  WECHAT_API_BASE: '',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: 'secret-of-the-fake-wechat',
  WECHAT_LOGIN_CODE: 'on',
  SECOND_FACTOR: 'required',
}

/** The built server as a program of its own, on an empty data folder with the demonstration seed. */
export interface RunningServer {
  url: string
  /** A fresh `wx.login` code of a persona. */
  loginCode(persona: string): Promise<string>
  /** Restarts it on the same data and address, at another moment. */
  moveClock(now: string): Promise<void>
  /** Stops it by SIGTERM and starts it again on the same data and address. */
  restart(): Promise<void>
  /** Megabytes of memory that it and its helper hold at this moment (Linux; elsewhere 0). */
  familyMegabytes(): number
  stop(): Promise<void>
}

/**
 * Start `dist/server/index.js` and wait for its `ready` line. Its built-in fake WeChat answers for every persona.
 * `settings`: environment variables of this one.
 */
export async function startBuiltServer(
  purpose: string,
  settings: Record<string, string> = {},
): Promise<RunningServer> {
  if (!existsSync(BUNDLE)) throw new Error(`${BUNDLE} is missing: run \`npm run build:server\` first`)
  await clearAbandoned()
  const dataDir = makeDataDir(purpose)
  const logged: string[] = []
  const start = (more: Record<string, string>) =>
    run({ ...environment(dataDir), ...settings, ...more }, logged)
  let program: Program | null = null
  const stop = async () => {
    if (program) await end(program.process)
    keepLog(logged.join('').split('\n').filter(Boolean))
    await endAbandoned(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    if (
      !process.env.MONGODB_URI &&
      Object.keys(settings).every(name => NOT_SEEDED.test(name) || name in AS_IN_PRODUCTION)
    ) {
      await copySeededStore(BUNDLE, dataDir, async made => {
        await end((await run(environment(made), logged)).process)
      })
    }
    program = await start({})
    const { url } = program
    const loginCode = (persona: string) => Promise.resolve(`${persona}#${randomBytes(6).toString('hex')}`)
    const moveClock = async (now: string) => {
      if (program) await end(program.process)
      program = null
      await endAbandoned(dataDir)
      program = await start({ CLOCK: now, PORT: new URL(url).port })
    }
    const restart = async () => {
      if (program) await end(program.process)
      program = await start({ PORT: new URL(url).port })
    }
    return {
      url,
      loginCode,
      moveClock,
      restart,
      familyMegabytes: () => familyMegabytes(program?.process.pid),
      stop,
    }
  } catch (problem) {
    await stop()
    throw problem
  }
}

interface Program {
  process: ChildProcess
  url: string
}

/** Starts the program and waits for its `ready` line; ends it again when that does not come. */
async function run(env: NodeJS.ProcessEnv, logged: string[]): Promise<Program> {
  const server = spawn(process.execPath, [BUNDLE], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  server.stderr.on('data', (chunk: Buffer) => logged.push(chunk.toString('utf8')))
  try {
    return { process: server, url: await readyUrl(server) }
  } catch (problem) {
    await end(server)
    throw problem
  }
}

/** Another server, as a program of its own, on the database that a test file has open. */
export function startBuiltServerOn(
  { database, name }: Pick<TestDatabase, 'database' | 'name'>,
  settings: Record<string, string> = {},
): Promise<RunningServer> {
  const { uri, options } = database
  const address = new URL(uri)
  address.pathname = `/${name}`
  if (options.replicaSet) address.searchParams.set('replicaSet', options.replicaSet)
  if (options.authSource) address.searchParams.set('authSource', options.authSource)
  const shared = {
    MONGODB_URI: String(address),
    RATE_WRITE: '0',
    RATE_READ: '0',
  }
  return startBuiltServer('shared', { ...shared, ...settings })
}

function environment(dataDir: string): NodeJS.ProcessEnv {
  const { PATH, HOME, ENGINE_DIR, MONGODB_URI } = process.env
  return {
    PATH,
    HOME,
    ...(ENGINE_DIR && { ENGINE_DIR }),
    ...(MONGODB_URI && { MONGODB_URI }),
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: dataDir,
    CLOCK: JOURNEY_NOW,
    LOG_LEVEL: 'error',
  }
}

/** Resolves with the address of the `ready` line; rejects with all that the program said. */
function readyUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (reason: string) => reject(new Error(`the server did not start (${reason}):\n${said}`))
    const timer = setTimeout(() => fail('too slow'), START_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const url = READY.exec(said)?.[1]
      if (!url) return
      clearTimeout(timer)
      resolve(url)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', code => {
      clearTimeout(timer)
      fail(`exit code ${code}`)
    })
  })
}

/** Ask it to stop; end it by force when it does not. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGTERM')
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_MS)
  await gone
  clearTimeout(timer)
}

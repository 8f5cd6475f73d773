import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endAbandoned, engineOf } from '../../../server/demo/engine'
import { copySeededStore } from '../server/seededStore'
import { makeDataDir } from './engine'

const ROOT = path.resolve(__dirname, '../../..')
const BUNDLE = path.join(ROOT, 'dist', 'server', 'index.js')
const READY = /^ready (http:\/\/\S+)$/m
/** Being slow on a busy machine is no fault. */
const PATIENCE_MS = 180_000
const NOW = '2026-11-20T02:00:00.000Z'

export interface Reply {
  status: number
  body: unknown
}

export interface Call {
  token?: string
  body?: unknown
  key?: string
}

type Settings = Record<string, string>

/** The built server as a program that can be killed and started again on the same data folder. */
export interface KillableServer {
  kind(): string
  /** Process ids of the server and of its database as they run now. */
  pids(): { server: number; engine: number }
  /** The data folder with the database in it. */
  dataDir: string
  /** One request; undefined when the connection broke. */
  ask(method: string, place: string, call?: Call): Promise<Reply | undefined>
  /** Asks again until the answer is not a fault of the server. */
  askUntilAnswered(method: string, place: string, call?: Call): Promise<Reply>
  /** `kill -9` of the server, then a new start. */
  killServer(): Promise<void>
  /** `kill -9` of the database; the server brings it back by itself. */
  killEngine(): void
  /** `kill -9` of both, as when the power fails; nothing is started again. */
  killBoth(): Promise<void>
  stop(): Promise<void>
}

function environment(dataDir: string, settings: Settings): NodeJS.ProcessEnv {
  const { PATH, HOME, ENGINE_DIR } = process.env
  const own = {
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: dataDir,
    CLOCK: NOW,
    LOG_LEVEL: 'silent',
    RATE_WRITE: '0',
  }
  return { PATH, HOME, ...(ENGINE_DIR && { ENGINE_DIR }), ...own, ...settings }
}

/** Starts the program and waits for its `ready` line. */
async function start(dataDir: string, settings: Settings): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [BUNDLE], {
    cwd: ROOT,
    env: environment(dataDir, settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (piece: Buffer) => void (said += piece.toString('utf8'))
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const url = READY.exec(said)?.[1]
    if (url !== undefined) return { child, url }
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`the server did not start (exit code ${child.exitCode}):\n${said}`)
    }
    await sleep(20)
  }
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

async function request(url: string, method: string, place: string, call: Call): Promise<Reply | undefined> {
  const { token, body, key } = call
  try {
    const response = await fetch(`${url}/api/v1${place}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(key && { 'idempotency-key': key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  } catch {
    return undefined
  }
}

const seeded = (dataDir: string) =>
  copySeededStore(BUNDLE, dataDir, async made => endChild((await start(made, {})).child, 'SIGTERM'))

/**
 * Starts the built server on an empty data folder and the embedded database: with the demonstration seed, or with what `prepare`
 * has put there. `settings`: environment variables of this one; `place`: the folder that its data folder is made in.
 */
export async function startKillableServer(
  purpose: string,
  prepare: (dataDir: string) => Promise<void> = seeded,
  settings: Settings = {},
  place?: string,
): Promise<KillableServer> {
  if (!existsSync(BUNDLE)) throw new Error(`${BUNDLE} is missing: run \`npm run build:server\` first`)
  const dataDir = makeDataDir(purpose, place)
  await prepare(dataDir)
  let running = await start(dataDir, settings)
  const killEngine = () => {
    const engine = engineOf(dataDir)
    if (engine === undefined) throw new Error('The engine has no record.')
    process.kill(engine.pid, 'SIGKILL')
  }
  const ask: KillableServer['ask'] = (method, place, call = {}) => request(running.url, method, place, call)
  return {
    dataDir,
    pids: () => ({ server: running.child.pid!, engine: engineOf(dataDir)?.pid ?? 0 }),
    kind: () => engineOf(dataDir)?.kind ?? 'unknown',
    ask,
    askUntilAnswered: async (method, place, call) => {
      const until = Date.now() + PATIENCE_MS
      for (;;) {
        const reply = await ask(method, place, call)
        if (reply !== undefined && reply.status < 500) return reply
        if (Date.now() > until) {
          throw new Error(`${method} ${place}: no answer, last ${JSON.stringify(reply)}`)
        }
        await sleep(50)
      }
    },
    killServer: async () => {
      await endChild(running.child, 'SIGKILL')
      running = await start(dataDir, settings)
    },
    killEngine,
    killBoth: async () => {
      const gone = endChild(running.child, 'SIGKILL')
      killEngine()
      await gone
    },
    stop: async () => {
      await endChild(running.child, 'SIGTERM')
      await endAbandoned(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

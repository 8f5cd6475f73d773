import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { execFile } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Secret, TOTP } from 'otpauth'
import type { FactorSecret, Session } from '@shared/contract/people/auth'
import { asker, startTestServer, type TestServer } from '../api/testServer'
import { openOwnDatabase, openTestDatabase, type TestDatabase } from '../engine/database'
import { DATABASE_VARIABLE } from '../engine/engine'
import { startBuiltServerOn, type RunningServer } from '../server/runningServer'
import { type Ended, mongodbUri } from './onStore'

const ROOT = path.resolve(__dirname, '../../..')
const CLI = path.join(ROOT, 'dist', 'server', 'cli.js')

/** What an operator writes into .env, each value as config/docker/env.example says to make it. */
const filledIn = (): Record<string, string> => ({
  NODE_ENV: 'production',
  JWT_SECRET: randomBytes(32).toString('hex'),
  LEDGER_KEY: generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'der' })
    .toString('base64'),
  IDENTITY_KEY: randomBytes(32).toString('hex'),
  SECOND_FACTOR_KEY: randomBytes(32).toString('base64'),
  BACKUP_KEY: randomBytes(32).toString('base64'),
  OPERATOR_NAME: '试验新区东湖街道办事处',
  OPERATOR_CONTACT: '东湖街道政务公开办公室，029-00000000',
  FILING_NUMBER: '陕ICP备00000000号-1X',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: randomBytes(16).toString('hex'),
  PUBLIC_BASE_URL: 'https://mingbai.example.org',
})

/** A person who has logged in on a phone; `ask` throws when the server refuses. */
export interface Newcomer {
  id: string
  token: string
  ask<Body>(
    method: string,
    path: string,
    asking?: { body?: unknown; file?: { name: string; text: string } },
  ): Promise<Body>
  /** Sets up the second factor that production asks of staff, and passes it. */
  passFactor(): Promise<void>
}

/** The production program on an empty store, as docs/deploy.md has it, with the operator's command line. */
export interface Installation {
  /** The production program, a process of its own. */
  program: RunningServer
  /** Address of the server that answers logins by WeChat, and nothing else. */
  doorway: string
  folder: string
  file(name: string, content: string): string
  /** Runs a command with the configuration of the program; `more`: other variables. */
  cli(args: readonly string[], more?: Record<string, string>): Promise<Ended>
  /** The variables of another, empty store on the same engine. */
  emptyStore(purpose: string): Record<string, string>
  logIn(who: string): Promise<Newcomer>
  close(): Promise<void>
}

/**
 * Starts it. WeChat is the one thing that cannot be asked from here: a login goes through a second server of the same
 * configuration whose WeChat is the fake one, everything else through the built program.
 */
export async function startInstallation(purpose: string): Promise<Installation> {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing: run \`npm run build:server\` first`)
  const settings = filledIn()
  const hasEngine = process.env[DATABASE_VARIABLE] !== undefined
  const database = await (hasEngine ? openTestDatabase(purpose) : openOwnDatabase(purpose))
  const uri = mongodbUri(database)
  const program = await startBuiltServerOn(database, { ...settings, CLOCK: '', LOG_LEVEL: 'warn' })
  const doorway = await startTestServer(
    purpose,
    { now: () => new Date() },
    { ...settings, MONGODB_URI: uri },
    database,
  )
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-install-'))
  const others: string[] = []
  return {
    program,
    doorway: doorway.url,
    folder,
    file: (name, content) => {
      const place = path.join(folder, name)
      writeFileSync(place, content)
      return place
    },
    cli: (args, more = {}) =>
      commandLine(args, { ...settings, MONGODB_URI: uri, DATA_DIR: path.join(folder, 'data'), ...more }),
    emptyStore: what => {
      others.push(`${database.name}_${what}`)
      return { MONGODB_URI: mongodbUri(database, others.at(-1)) }
    },
    logIn: who => newcomer(doorway, asker(program.url), who),
    close: async () => {
      await program.stop()
      await dropStores(database, others)
      await doorway.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An engine of our own goes with its folder. */
async function dropStores({ database, connection }: TestDatabase, names: readonly string[]): Promise<void> {
  if (database.kind !== 'external') return
  for (const name of names) await connection.getClient().db(name).dropDatabase()
}

function commandLine(args: readonly string[], settings: Record<string, string>): Promise<Ended> {
  const { PATH, HOME, ENGINE_DIR } = process.env
  const env = { PATH, HOME, ...(ENGINE_DIR && { ENGINE_DIR }), ...settings }
  return new Promise(resolve => {
    execFile(process.execPath, [CLI, ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })
}

async function newcomer(doorway: TestServer, ask: TestServer['ask'], who: string): Promise<Newcomer> {
  const code = `${who}#${randomBytes(6).toString('hex')}`
  const { body } = await doorway.ask<Session>('POST', '/auth/wechat', {
    body: { code, agreed: IN_FORCE.use },
  })
  const { accessToken: token, me } = body
  async function done<Body>(method: string, at: string, asking: object = {}): Promise<Body> {
    const answer = await ask<Body>(method, at, { token, ...asking })
    if (answer.status >= 400) throw new Error(`${who} ${method} ${at}: ${answer.status} ${answer.text}`)
    return answer.body
  }
  return {
    id: me.id,
    token,
    ask: done,
    passFactor: async () => {
      const { secret } = await done<FactorSecret>('POST', '/auth/second-factor/enrol', { key: null })
      const given = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
      await done('POST', '/auth/second-factor/verify', { body: { code: given }, key: null })
    },
  }
}

/** Returns the commands that a guide names, in its order, each once: `orgs import`, `backup check` … */
export function commandsNamed(guide: string, names: readonly string[]): string[] {
  const text = readFileSync(path.join(ROOT, guide), 'utf8')
  const called = [...text.matchAll(/(?:\bcli(?:\.js| --)?|\bkeep) ([a-z][a-z -]*)/g)].map(
    ([, words = '']) => words,
  )
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  const found = called.flatMap(words => longestFirst.find(name => words.startsWith(name)) ?? [])
  return [...new Set(found)]
}

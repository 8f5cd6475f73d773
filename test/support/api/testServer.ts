import { MIGRATIONS } from '@server/migrations'
import { type Server, createServer } from 'node:http'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createLogger } from '../../../server/platform/logger'
import { createHandler } from '../../../server/http/app'
import { loadConfig } from '../../../server/platform/config'
import { API, composeDb } from '@server/compose'
import { testLogins } from '@server/demo/testLogins'
import { type Store, ensureIndexes } from '@server/platform/store/db'
import type { Services } from '../../../server/platform/services'
import { type Clock, createClock } from '../../../server/platform/clock'
import { type FakeWechat, startFakeWechat } from '../../../server/demo/fakeWechat'
import { signerOf } from '../../../server/platform/signer'
import { migrate } from '../../../server/platform/migrations'
import { NO_MODELS } from '@server/platform/worker/models'
import { createPrinter } from '../../../server/platform/worker/printer'
import { watchFreeDisk } from '../../../server/platform/store/freeDisk'
import { watchStoreAvailability } from '../../../server/platform/store/availability'
import { createIdentityProvider } from '../../../server/platform/identity'
import { createClientErrors } from '../../../server/platform/audit/clientErrors'
import { createTextCheck } from '../../../server/platform/wechat/textCheck'
import { createTokens } from '../../../server/platform/access/tokens'
import { createWechat } from '../../../server/platform/wechat'
import { type TestDatabase, openTestDatabase } from '../engine/database'
import { keepLog } from '../logs/keepLog'

/** The moment at which every API test takes place, unless it says otherwise. */
export const TEST_NOW = '2026-11-20T02:00:00.000Z'

const TIMEOUT_MS = 400

const SETTINGS = {
  NODE_ENV: 'test',
  PORT: '0',
  RATE_READ: '0',
  RATE_WRITE: '0',
  RATE_BODY: '0',
  RATE_REFUSED: '0',
  // Many tests write into the store themselves, past the commands that say so.
  PAGES_MB: '0',
  WECHAT_TEMPLATE_PUBLICATION: 'template-publication',
}

export interface Answer<Body = unknown> {
  status: number
  headers: Headers
  body: Body
  text: string
}

export interface Asking {
  token?: string
  body?: unknown
  /** Text that is sent unchanged instead of `body`. */
  raw?: string
  /** Sent as the multipart field `file`, other fields of the form before it. */
  file?: { name: string; text: string | Uint8Array<ArrayBuffer>; fields?: Record<string, string> }
  headers?: Record<string, string>
  /** `Idempotency-Key`; a fresh one unless given; null = none. */
  key?: string | null
}

export interface TestServer {
  url: string
  services: Omit<Services, 'db'> & { db: Store }
  db: Store
  database: TestDatabase
  wechat: FakeWechat
  /** What the server logged, line by line. */
  logged: string[]
  ask<Body = unknown>(method: string, path: string, asking?: Asking): Promise<Answer<Body>>
  close(): Promise<void>
}

function headersOf({ token, body, raw, headers, key }: Asking, method: string): Record<string, string> {
  const write = method !== 'GET' && key !== null
  return {
    ...((body !== undefined || raw !== undefined) && { 'Content-Type': 'application/json' }),
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(write && { 'Idempotency-Key': key ?? randomUUID() }),
    ...headers,
  }
}

function bodyOf({ raw, file, body }: Asking): string | FormData | undefined {
  if (file) {
    const form = new FormData()
    for (const [name, value] of Object.entries(file.fields ?? {})) form.append(name, value)
    const content = typeof file.text === 'string' ? file.text : new Uint8Array(file.text)
    form.append('file', new Blob([content]), file.name)
    return form
  }
  return raw ?? (body === undefined ? undefined : JSON.stringify(body))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Asks a server at an address, be it a program of its own. */
export function asker(url: string): TestServer['ask'] {
  return async <Body>(method: string, path: string, asking: Asking = {}) => {
    const address = path.startsWith('/api') || !path.startsWith('/') ? path : `/api/v1${path}`
    const response = await fetch(new URL(address, url), {
      method,
      headers: headersOf(asking, method),
      body: bodyOf(asking),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: parsed(text) as Body, text }
  }
}

/** The whole server on a database of its own, with a fake WeChat, listening on loopback. */
export async function startTestServer(
  purpose: string,
  clock: Clock = createClock(TEST_NOW),
  settings: Record<string, string> = {},
  opened?: TestDatabase,
): Promise<TestServer> {
  const database = opened ?? (await openTestDatabase(purpose))
  const db = composeDb(database.mongoose.connection)
  await ensureIndexes(db, { expiry: false })
  await migrate(db, MIGRATIONS, () => undefined)
  const dataDir = path.join(tmpdir(), `mingbai-test-${purpose}-${process.pid}`)
  const config = loadConfig({ ...process.env, ...SETTINGS, DATA_DIR: dataDir, ...settings })
  mkdirSync(config.dataDir, { recursive: true })
  const { appId, secret } = config.wechat
  const wechat = await startFakeWechat({ clock, appId, secret })
  const logged: string[] = []
  const store = watchStoreAvailability(db)
  const client = createWechat({ appId, secret, apiBase: wechat.url, clock, timeoutMs: TIMEOUT_MS })
  const services: TestServer['services'] = {
    config,
    db,
    store,
    disk: await watchFreeDisk(settings.DISK_RESERVE_MB ? config.dataDir : null, config.diskReserveMegabytes),
    clock,
    log: createLogger('debug', { write: (line: string) => void logged.push(line) }),
    tokens: createTokens(config.jwtSecret, clock),
    signer: signerOf(generateKeyPairSync('ed25519').privateKey),
    wechat: client,
    identity: createIdentityProvider(config),
    textCheck: createTextCheck(client),
    clientErrors: createClientErrors(
      clock,
      createLogger('debug', { write: (line: string) => void logged.push(line) }),
    ),
    printer: createPrinter(),
    models: NO_MODELS,
    testLogins: () => testLogins(clock),
  }
  const server: Server = createServer(createHandler(services, API))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    services,
    db,
    database,
    wechat,
    logged,
    ask: asker(url),
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await wechat.stop()
      await store.stop()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
      keepLog(logged)
    },
  }
}

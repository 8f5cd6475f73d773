import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  ConfigError,
  configVariables,
  loadConfig,
  type ConfigFault,
} from '../../../../server/platform/config'
import { isWeak, isWeakKey } from '../../../../server/platform/config/secrets'

const faultsOf = (env: NodeJS.ProcessEnv): ConfigFault[] => {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

const namesOf = (env: NodeJS.ProcessEnv): string[] =>
  faultsOf(env)
    .map(({ name }) => name)
    .sort()

const LEDGER_KEY = generateKeyPairSync('ed25519').privateKey
const production = {
  NODE_ENV: 'production',
  MONGODB_URI: 'mongodb://db1,db2,db3/mingbai?replicaSet=rs0',
  LEDGER_KEY: LEDGER_KEY.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  JWT_SECRET: 'a-secret-of-our-own-with-more-than-32-letters',
  IDENTITY_KEY: 'an-identity-key-of-our-own-with-more-than-32',
  OPERATOR_NAME: '试验新区东湖街道办事处',
  OPERATOR_CONTACT: '东湖街道政务公开办公室，029-00000000',
  FILING_NUMBER: '陕ICP备00000000号-1X',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
  PUBLIC_BASE_URL: 'https://mingbai.example.org/',
  SECOND_FACTOR_KEY: randomBytes(32).toString('base64'),
}

test('an empty environment gives a working development configuration', () => {
  const config = loadConfig({})
  expect(config).toMatchObject({ nodeEnv: 'development', host: '127.0.0.1', port: 8080, clock: undefined })
  expect(config.publicBaseUrl).toBe('http://127.0.0.1:8080')
  expect(config.wechat.fake).toBe(true)
  expect(config.dataDir).toBe(path.join(config.rootDir, '.data'))
  expect(config.rootDir).toBe(path.resolve(__dirname, '../../../..'))
})

test('an empty variable counts as not set', () => {
  expect(loadConfig({ PORT: '', MONGODB_URI: ' ', CLOCK: '' })).toMatchObject({
    port: 8080,
    mongodbUri: undefined,
  })
})

test('all faults are told at once, each with its variable and a Chinese sentence', () => {
  const env = {
    PORT: 'eighty',
    CLOCK: 'tomorrow',
    MONGODB_URI: 'mysql://x',
    WECHAT_APPID: 'no',
    JWT_SECRET: 'short',
    LEDGER_KEY: 'no key',
    LOG_LEVEL: 'loud',
    WECHAT_API_BASE: 'ftp://x',
    NODE_ENV: 'staging',
    PUBLIC_BASE_URL: 'mingbai',
  }
  expect(namesOf(env)).toEqual(Object.keys(env).sort())
  for (const { message } of faultsOf(env)) expect(message).toMatch(/[\u4e00-\u9fff]/)
  expect(() => loadConfig(env)).toThrow(/PORT：必须是 0 到 65535 的整数/)
})

test.each(['-1', '65536', '80.5', '0x', 'NaN'])('PORT %s is refused', PORT => {
  expect(namesOf({ PORT })).toEqual(['PORT'])
})

test('a sound production environment is accepted', () => {
  const config = loadConfig(production)
  expect(config.wechat).toMatchObject({ apiBase: 'https://api.weixin.qq.com', fake: false })
  expect(config.publicBaseUrl).toBe('https://mingbai.example.org')
})

test('production refuses everything that only development may have', () => {
  const env = {
    NODE_ENV: 'production',
    CLOCK: '2026-11-20T08:00:00Z',
    WECHAT_API_BASE: 'fake',
    DEMO: 'yes',
    MONGODB_URI: production.MONGODB_URI,
  }
  expect(namesOf(env)).toEqual([
    'CLOCK',
    'DEMO',
    'FILING_NUMBER',
    'IDENTITY_KEY',
    'JWT_SECRET',
    'LEDGER_KEY',
    'OPERATOR_CONTACT',
    'OPERATOR_NAME',
    'PUBLIC_BASE_URL',
    'SECOND_FACTOR_KEY',
    'WECHAT_API_BASE',
    'WECHAT_APPID',
    'WECHAT_SECRET',
  ])
})

test.each(['http://api.weixin.qq.com', 'https://127.0.0.1:9000', 'https://localhost', 'https://[::1]:1'])(
  'production refuses the WeChat address %s',
  WECHAT_API_BASE => {
    expect(namesOf({ ...production, WECHAT_API_BASE })).toEqual(['WECHAT_API_BASE'])
  },
)

test('the ledger key may be PEM, PEM on one line or base64; another kind of key is refused', () => {
  const pem = LEDGER_KEY.export({ type: 'pkcs8', format: 'pem' }).toString()
  for (const text of [pem, pem.replaceAll('\n', '\\n'), production.LEDGER_KEY]) {
    expect(loadConfig({ LEDGER_KEY: text }).ledgerKey?.equals(LEDGER_KEY)).toBe(true)
  }
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const other = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  expect(namesOf({ LEDGER_KEY: other })).toEqual(['LEDGER_KEY'])
})

test('a malformed variable does not hide what production misses, nor is it told twice', () => {
  expect(namesOf({ ...production, PORT: 'x', JWT_SECRET: undefined })).toEqual(['JWT_SECRET', 'PORT'])
})

test('the second factor: required in production, where nobody makes it optional; at will in development', () => {
  expect(loadConfig(production).secondFactor.required).toBe(true)
  expect(namesOf({ ...production, SECOND_FACTOR: 'optional' })).toEqual(['SECOND_FACTOR'])
  expect(loadConfig({}).secondFactor.required).toBe(false)
  expect(loadConfig({ SECOND_FACTOR: 'required' }).secondFactor.required).toBe(true)
  expect(namesOf({ SECOND_FACTOR_KEY: 'c2hvcnQ=' })).toEqual(['SECOND_FACTOR_KEY'])
  expect(loadConfig({}).secondFactor.key).toHaveLength(32)
})

test.each([
  ['JWT_SECRET', 'a'.repeat(32)],
  ['JWT_SECRET', 'abab'.repeat(10)],
  ['JWT_SECRET', '0123456789'.repeat(4)],
  ['IDENTITY_KEY', 'a'.repeat(64)],
  ['IDENTITY_KEY', `${'x'.repeat(40)}1`],
  ['SECOND_FACTOR_KEY', Buffer.alloc(32).toString('base64')],
  ['SECOND_FACTOR_KEY', Buffer.alloc(32, 'abcd').toString('base64')],
  ['BACKUP_KEY', Buffer.alloc(32, 1).toString('base64')],
  ['PUBLIC_BASE_URL', 'http://mingbai.example.org'],
])('production refuses a weak %s: %s', (name, value) => {
  expect(namesOf({ ...production, [name]: value })).toEqual([name])
})

test('random secrets are never taken for weak ones', () => {
  for (let round = 0; round < 500; round += 1) {
    const weak = [
      isWeak(randomBytes(32).toString('hex')),
      isWeak(randomBytes(16).toString('hex')),
      isWeak(randomBytes(24).toString('base64')),
      isWeakKey(randomBytes(32).toString('base64')),
    ]
    expect(weak).toEqual([false, false, false, false])
  }
})

describe('one office, with the embedded database', () => {
  const DATA_DIR = mkdtempSync(path.join(tmpdir(), 'office-'))
  afterAll(() => rmSync(DATA_DIR, { recursive: true }))
  const { MONGODB_URI: _uri, JWT_SECRET: _jwt, IDENTITY_KEY: _id, SECOND_FACTOR_KEY: _factor, LEDGER_KEY: _ledger, ...rest } = production // prettier-ignore
  const office = { ...rest, DATA_DIR }
  const file = path.join(DATA_DIR, 'secrets.json')

  test('a faulty environment leaves no secrets behind', () => {
    expect(namesOf({ ...office, OPERATOR_NAME: undefined })).toEqual(['OPERATOR_NAME'])
    expect(() => statSync(file)).toThrow('ENOENT')
  })

  test('runs in production with random secrets of its own folder, the same at every start', () => {
    const [first, second] = [loadConfig(office), loadConfig(office)]
    expect(first).toMatchObject({ nodeEnv: 'production', mongodbUri: undefined, demo: false })
    expect(first.secondFactor.required).toBe(true)
    expect(first.wechat.fake).toBe(false)
    for (const name of ['jwtSecret', 'identityKey', 'secondFactor'] as const) {
      expect(second[name]).toEqual(first[name])
      expect(readFileSync(file, 'utf8')).not.toContain(JSON.stringify(loadConfig({})[name]))
    }
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const other = mkdtempSync(path.join(tmpdir(), 'office-'))
    expect(loadConfig({ ...office, DATA_DIR: other }).jwtSecret).not.toBe(first.jwtSecret)
    rmSync(other, { recursive: true })
  })

  test('a secret that is set counts', () => {
    expect(loadConfig({ ...office, JWT_SECRET: production.JWT_SECRET }).jwtSecret).toBe(production.JWT_SECRET)
  })
})

test('development is reached from this machine only, unless it is a demonstration', () => {
  expect(namesOf({ HOST: '0.0.0.0' })).toEqual(['HOST'])
  expect(namesOf({ HOST: '192.168.1.4' })).toEqual(['HOST'])
  expect(namesOf({ HOST: '::1' })).toEqual([])
  expect(loadConfig({ HOST: '0.0.0.0', DEMO: 'yes' }).demo).toBe(true)
  expect(namesOf({ ...production, HOST: '0.0.0.0' })).toEqual([])
})

test('programs that we start see none of our secrets', () => {
  const { programEnv } = loadConfig({ ...production, PATH: '/bin', HOME: '/root' })
  expect(programEnv).toEqual({ PATH: '/bin', HOME: '/root' })
})

test('every variable is explained in Chinese', () => {
  for (const { description } of configVariables()) expect(description).toMatch(/[\u4e00-\u9fff]/)
})

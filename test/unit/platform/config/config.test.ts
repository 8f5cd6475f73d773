import { generateKeyPairSync } from 'node:crypto'
import path from 'node:path'
import {
  ConfigError,
  configVariables,
  loadConfig,
  type ConfigFault,
} from '../../../../server/platform/config'

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
  SECOND_FACTOR_KEY: Buffer.alloc(32, 7).toString('base64'),
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
  expect(namesOf({ NODE_ENV: 'production', CLOCK: '2026-11-20T08:00:00Z', WECHAT_API_BASE: 'fake' })).toEqual(
    [
      'CLOCK',
      'FILING_NUMBER',
      'IDENTITY_KEY',
      'JWT_SECRET',
      'LEDGER_KEY',
      'MONGODB_URI',
      'OPERATOR_CONTACT',
      'OPERATOR_NAME',
      'PUBLIC_BASE_URL',
      'SECOND_FACTOR_KEY',
      'WECHAT_API_BASE',
      'WECHAT_APPID',
      'WECHAT_SECRET',
    ],
  )
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

test('programs that we start see none of our secrets', () => {
  const { programEnv } = loadConfig({ ...production, PATH: '/bin', HOME: '/root' })
  expect(programEnv).toEqual({ PATH: '/bin', HOME: '/root' })
})

test('every variable is explained in Chinese', () => {
  for (const { description } of configVariables()) expect(description).toMatch(/[\u4e00-\u9fff]/)
})

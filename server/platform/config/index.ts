import { existsSync } from 'node:fs'
import type { KeyObject } from 'node:crypto'
import path from 'node:path'
import type { z } from 'zod'
import type { EmbeddingsAddress } from '../worker/inference/remoteEmbeddings'
import type { MessageKind } from '@shared/contract/people/message'
import { folderSecrets, isWeak, isWeakKey } from './secrets'
import {
  DEFAULT_DATA_DIR,
  DEVELOPMENT,
  Environment,
  FAKE_WECHAT,
  type LOG_LEVELS,
  type MessageTemplate,
  REAL_WECHAT,
} from './environment'

export { DEVELOPMENT_IDENTITY_KEY, type MessageTemplate } from './environment'

const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '::1'])
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0'])
const PROGRAM_VARIABLES = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'LD_LIBRARY_PATH', 'SYSTEMROOT']

/** The server's configuration. `loadConfig` creates it once; it is passed on as a value. */
export interface Config {
  nodeEnv: 'development' | 'test' | 'production'
  host: string
  /** Shown to others with open logins and invented data. */
  demo: boolean
  port: number
  /** Base address of links that leave the server; never built from a request's Host header. */
  publicBaseUrl: string
  /** Absolute path. */
  dataDir: string
  /** Absolute path of the embedded database engines. */
  engineDir: string
  mongodbUri: string | undefined
  /** Who runs the service 主办单位, how to reach them, and the filing number 备案号; undefined outside production only. */
  operator: { name: string; contact: string; filing: string } | undefined
  wechat: {
    appId: string
    secret: string
    apiBase: string
    fake: boolean
    /** The web login shows a 小程序码 in place of a plain QR code. */
    loginCode: boolean
    /** Wall sheets and posters carry a 小程序码 in place of a plain QR code. */
    printCode: boolean
    /** Plain pages of notices lead into the mini program by a URL Link. */
    urlLink: boolean
    /** Token of pushed events 消息推送, with which pictures are checked by WeChat; undefined: they are not checked. */
    messageToken: string | undefined
    /** Templates by kind of message; a kind without one only reaches the inbox. */
    templates: Partial<Record<MessageKind, MessageTemplate>>
  }
  /** Unified identity 统一身份认证 by OpenID Connect; undefined: none. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined
  jwtSecret: string
  /** Key of the identity hashes in the rosters 名册. */
  identityKey: string
  /** Key that signs the ledger's checkpoints; undefined: one that is made and stored in the data folder. */
  ledgerKey: KeyObject | undefined
  /** Second factor of staff: whether it is mandatory, and the key that seals its secrets. */
  secondFactor: { required: boolean; key: Buffer }
  /** Key that seals backups; undefined: backups can be neither made nor opened. */
  backupKey: Buffer | undefined
  /** ISO instant at which the clock starts; undefined for the real clock. */
  clock: string | undefined
  logLevel: (typeof LOG_LEVELS)[number]
  /** Number of our own reverse proxies whose X-Forwarded-For is trusted. */
  trustedProxies: number
  /** Requests per minute: reads, logins and refused bodies by address, writes by person; 0 = no limit. */
  perMinute: { read: number; login: number; write: number; refused: number }
  /** Size of the public page cache in megabytes; 0 = none. */
  pagesMegabytes: number
  /** Free megabytes below which nothing is written to the embedded database. */
  diskReserveMegabytes: number
  /** Megabytes that the stored files of one organisation may have in all; 0 = no limit. */
  quotaMegabytes: number
  /** Seconds between two polls for due jobs; 0 = this process runs none. */
  jobsEvery: number
  /** Refusals per minute and person that the audit log stores; 0 = all. */
  refusalsPerMinute: number
  /** Token that `/metrics` requires; undefined: only this machine may read it. */
  metricsToken: string | undefined
  /** Server that gives vectors in place of the local model; undefined: the local model. */
  embeddings: EmbeddingsAddress | undefined
  /** Seconds between reporting not ready and stopping. */
  drainSeconds: number
  /** Absolute path of the repository (or of the deployed bundle's root). */
  rootDir: string
  /** The only environment variables passed to child processes; contains no secret. */
  programEnv: NodeJS.ProcessEnv
}

export interface ConfigFault {
  /** Name of the environment variable. */
  name: string
  /** The fault, in Chinese. */
  message: string
}

/** Carries all faults of the environment at once; `message` is ready to be printed. */
export class ConfigError extends Error {
  constructor(readonly faults: ConfigFault[]) {
    super(['配置有误：', ...faults.map(fault => `  ${fault.name}：${fault.message}`)].join('\n'))
    this.name = 'ConfigError'
  }
}

/** Lists each variable's purpose, in Chinese, for `--help` texts and the deployment guide. */
export const configVariables = (): { name: string; description: string }[] =>
  Object.entries(Environment.shape).map(([name, field]) => ({ name, description: field.description ?? '' }))

/** Returns the nearest folder upwards that contains the lock file: the same for the sources and for dist/server. */
function findRoot(from: string): string {
  let folder = from
  while (!existsSync(path.join(folder, 'package-lock.json'))) {
    const parent = path.dirname(folder)
    if (parent === folder) return process.cwd()
    folder = parent
  }
  return folder
}

const isLoopback = (address: string): boolean => LOOPBACK.has(new URL(address).hostname)

/** Returns the faults that matter in production only; each check is `[variable, is it wrong?, sentence]`. */
function productionFaults(env: Environment): ConfigFault[] {
  const base = env.WECHAT_API_BASE
  const checks: [name: string, wrong: boolean, message: string][] = [
    ['JWT_SECRET', env.JWT_SECRET === DEVELOPMENT.jwtSecret, '生产环境必须换成自己的密钥，不得用开发密钥'],
    ['IDENTITY_KEY', env.IDENTITY_KEY === DEVELOPMENT.identityKey, '生产环境必须换成自己的密钥，并另行备份'],
    ['JWT_SECRET', isWeak(env.JWT_SECRET), '密钥太容易猜，请用 openssl rand -base64 32 生成一个'],
    ['IDENTITY_KEY', isWeak(env.IDENTITY_KEY), '密钥太容易猜，请用 openssl rand -base64 32 生成一个'],
    [
      'SECOND_FACTOR_KEY',
      isWeakKey(env.SECOND_FACTOR_KEY),
      '密钥太容易猜，请用 openssl rand -base64 32 生成一个',
    ],
    [
      'BACKUP_KEY',
      env.BACKUP_KEY !== undefined && isWeakKey(env.BACKUP_KEY),
      '密钥太容易猜，请用 openssl rand -base64 32 生成一个',
    ],
    ['DEMO', env.DEMO === 'yes', '生产环境不是演示'],
    [
      'LEDGER_KEY',
      env.LEDGER_KEY === undefined && env.MONGODB_URI !== undefined,
      '生产环境必须写明存证账本的签名私钥，并另行备份',
    ],
    ['WECHAT_APPID', env.WECHAT_APPID === DEVELOPMENT.wechatAppId, '生产环境必须写明小程序的 AppID'],
    ['WECHAT_SECRET', env.WECHAT_SECRET === DEVELOPMENT.wechatSecret, '生产环境必须写明小程序的 AppSecret'],
    ['OPERATOR_NAME', env.OPERATOR_NAME === undefined, '生产环境必须写明主办单位，“我的”和隐私政策里要写'],
    ['OPERATOR_CONTACT', env.OPERATOR_CONTACT === undefined, '生产环境必须写明个人信息保护的联系方式'],
    ['FILING_NUMBER', env.FILING_NUMBER === undefined, '生产环境必须写明备案号'],
    ['SECOND_FACTOR', env.SECOND_FACTOR === 'optional', '生产环境办公人员必须用动态码'],
    [
      'SECOND_FACTOR_KEY',
      env.SECOND_FACTOR_KEY === DEVELOPMENT.secondFactorKey,
      '生产环境必须写明自己的动态码加密密钥，并另行备份',
    ],
    ['CLOCK', env.CLOCK !== undefined, '生产环境不得拨动时钟'],
    [
      'WECHAT_API_BASE',
      base !== undefined && isUnsafeWechat(base),
      '生产环境必须用 https 的微信接口，不得用假微信',
    ],
    [
      'PUBLIC_BASE_URL',
      !env.PUBLIC_BASE_URL?.startsWith('https://'),
      '生产环境必须写明对外网址，并且是 https',
    ],
  ]
  return checks.filter(([, wrong]) => wrong).map(([name, , message]) => ({ name, message }))
}

const isUnsafeWechat = (base: string): boolean =>
  base === FAKE_WECHAT || !base.startsWith('https://') || isLoopback(base)

/** Returns the faults of the unified identity: its three variables belong together. */
function oidcFaults({ NODE_ENV, OIDC_ISSUER: issuer, ...env }: Environment): ConfigFault[] {
  const faults: ConfigFault[] = []
  const names = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  for (const name of names) {
    if (issuer !== undefined && env[name] === undefined) {
      faults.push({ name, message: '写了 OIDC_ISSUER 就必须写' })
    }
  }
  if (NODE_ENV === 'production' && issuer?.startsWith('http://')) {
    faults.push({ name: 'OIDC_ISSUER', message: '生产环境必须是 https' })
  }
  return faults
}

function oidcOf({ OIDC_ISSUER: issuer, ...env }: Environment): Config['oidc'] {
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : undefined
}

function embeddingsOf(env: Environment): Config['embeddings'] {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_PREFIXES: prefixes } = env
  const [query = '', passage = ''] = prefixes.split('|')
  return url === undefined ? undefined : { url, model, prefixes: { query, passage } }
}

function operatorOf(env: Environment): Config['operator'] {
  const { OPERATOR_NAME: name, OPERATOR_CONTACT: contact, FILING_NUMBER: filing } = env
  return name && contact && filing ? { name, contact, filing } : undefined
}

/** Development gives everybody every login, so only this machine may reach it, unless it is meant to be shown. */
function demoFaults({ NODE_ENV, HOST, DEMO }: Environment): ConfigFault[] {
  const reachable = NODE_ENV === 'development' && DEMO === 'no' && !OWN_MACHINE.has(HOST)
  const message =
    '开发运行时谁都能用任何人的身份登录，只能监听本机（127.0.0.1）；要给别人看演示，请加 DEMO=yes'
  return reachable ? [{ name: 'HOST', message }] : []
}

/** Drops empty variables (`PORT=`): they count as not set. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))

/** Returns the shape faults, the first one of each variable. */
function shapeFaults(issues: z.core.$ZodIssue[]): ConfigFault[] {
  const byName = new Map<string, string>()
  for (const issue of issues) {
    const name = String(issue.path[0])
    if (!byName.has(name)) byName.set(name, issue.message)
  }
  return [...byName].map(([name, message]) => ({ name, message }))
}

/**
 * Parses the environment; when some variables are malformed, the production faults of the others are reported in the
 * same run.
 */
function readEnvironment(given: NodeJS.ProcessEnv): Environment {
  const parsed = Environment.safeParse(given)
  const faults = parsed.success ? [] : shapeFaults(parsed.error.issues)
  if (given.NODE_ENV === 'production') {
    const malformed = new Set(faults.map(fault => fault.name))
    const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !malformed.has(name)))
    const rest = productionFaults(Environment.parse(sound))
    faults.push(...rest.filter(fault => !malformed.has(fault.name)))
  }
  if (parsed.success) faults.push(...oidcFaults(parsed.data), ...demoFaults(parsed.data))
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults)
  return parsed.data
}

/** Reads the environment; in production with the embedded database secrets that are not set are those of the folder. */
function readSecretly(given: NodeJS.ProcessEnv, rootDir: string): Environment {
  if (given.NODE_ENV !== 'production' || given.MONGODB_URI !== undefined) return readEnvironment(given)
  const { secrets, store } = folderSecrets(path.resolve(rootDir, given.DATA_DIR ?? DEFAULT_DATA_DIR))
  readEnvironment({ ...secrets, ...given })
  return readEnvironment({ ...store(), ...given })
}

function backupKeyOf({ BACKUP_KEY: text, BACKUP_KEY_FILE: filed }: Environment): Buffer | undefined {
  const key = text ?? filed
  return key === undefined ? undefined : Buffer.from(key, 'base64')
}

/**
 * Reads and checks the environment. Relative folders are resolved from the repository root.
 * @throws ConfigError with every fault at once
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const rootDir = findRoot(__dirname)
  const values = readSecretly(withoutEmpty(env), rootDir)
  const apiBase = values.WECHAT_API_BASE ?? (values.NODE_ENV === 'production' ? REAL_WECHAT : FAKE_WECHAT)
  return {
    nodeEnv: values.NODE_ENV,
    host: values.HOST,
    demo: values.DEMO === 'yes',
    port: values.PORT,
    publicBaseUrl: values.PUBLIC_BASE_URL ?? `http://${values.HOST}:${values.PORT}`,
    dataDir: path.resolve(rootDir, values.DATA_DIR),
    engineDir: path.resolve(rootDir, values.ENGINE_DIR),
    mongodbUri: values.MONGODB_URI,
    operator: operatorOf(values),
    wechat: {
      appId: values.WECHAT_APPID,
      secret: values.WECHAT_SECRET,
      apiBase,
      fake: apiBase === FAKE_WECHAT,
      loginCode: values.WECHAT_LOGIN_CODE === 'on',
      printCode: values.WECHAT_PRINT_CODE === 'on',
      urlLink: values.WECHAT_URL_LINK === 'on',
      messageToken: values.WECHAT_MESSAGE_TOKEN,
      templates: {
        publication: values.WECHAT_TEMPLATE_PUBLICATION,
        work: values.WECHAT_TEMPLATE_WORK,
        objection: values.WECHAT_TEMPLATE_OBJECTION,
      },
    },
    oidc: oidcOf(values),
    jwtSecret: values.JWT_SECRET,
    identityKey: values.IDENTITY_KEY,
    ledgerKey: values.LEDGER_KEY,
    secondFactor: {
      required:
        (values.SECOND_FACTOR ?? (values.NODE_ENV === 'production' ? 'required' : 'optional')) === 'required',
      key: Buffer.from(values.SECOND_FACTOR_KEY, 'base64'),
    },
    backupKey: backupKeyOf(values),
    clock: values.CLOCK,
    logLevel: values.LOG_LEVEL,
    trustedProxies: values.TRUST_PROXY,
    perMinute: {
      read: values.RATE_READ,
      login: values.RATE_LOGIN,
      write: values.RATE_WRITE,
      refused: values.RATE_BODY,
    },
    pagesMegabytes: values.PAGES_MB,
    diskReserveMegabytes: values.DISK_RESERVE_MB,
    quotaMegabytes: values.FILE_QUOTA_MB,
    jobsEvery: values.JOBS_EVERY,
    refusalsPerMinute: values.RATE_REFUSED,
    metricsToken: values.METRICS_TOKEN,
    embeddings: embeddingsOf(values),
    drainSeconds: values.DRAIN_SECONDS,
    rootDir,
    programEnv: Object.fromEntries(
      PROGRAM_VARIABLES.filter(name => env[name]).map(name => [name, env[name]]),
    ),
  }
}

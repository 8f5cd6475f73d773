import { existsSync } from 'node:fs'
import type { KeyObject } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import type { MessageKind } from '@shared/schemas/message'
import { readLedgerKey } from './ledgerKey'

/** Of a development store; what its rolls were hashed with. */
export const DEVELOPMENT_IDENTITY_KEY = 'development-only-identity-key-never-in-production'

/** Secrets a developer never has to think about; production refuses every one of them. */
const DEVELOPMENT = {
  jwtSecret: 'development-only-jwt-secret-never-in-production',
  identityKey: DEVELOPMENT_IDENTITY_KEY,
  wechatAppId: 'wxdevelopment00000',
  wechatSecret: 'development-only-wechat-secret',
  secondFactorKey: Buffer.from('development-only-32-bytes-of-key').toString('base64'),
}

/** Value of WECHAT_API_BASE that means: start the built-in fake WeChat on loopback. */
const FAKE_WECHAT = 'fake'
const REAL_WECHAT = 'https://api.weixin.qq.com'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0'])
const PROGRAM_VARIABLES = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'LD_LIBRARY_PATH', 'SYSTEMROOT']
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** The subscribe-message templates, one for each kind of message. */
const TEMPLATE = /^[\w-]{6,64}(,[a-z_]+[0-9]+){0,3}$/
const TEMPLATE_FIELDS = ['thing1', 'thing2', 'date3'] as const

/** `ID` or `ID,title,place,date`: a template with the names of its fields, as chosen on mp.weixin.qq.com. */
const messageTemplate = (what: string) =>
  z
    .string()
    .regex(TEMPLATE, '应为“模板编号”，或“模板编号,标题字段,地点字段,日期字段”，如 abc123,thing1,thing2,date3')
    .transform((value): MessageTemplate => {
      const [id = '', ...names] = value.split(',')
      const [title, place, date] = TEMPLATE_FIELDS.map((name, index) => names[index] ?? name) as [
        string,
        string,
        string,
      ]
      return { id, fields: { title, place, date } }
    })
    .optional()
    .describe(`订阅消息模板：${what}；不写就只发站内消息`)

/** An HTTP(S) address without a trailing slash. */
const httpAddress = (message: string) =>
  z.url({ protocol: /^https?$/, error: message }).transform(value => value.replace(/\/+$/, ''))

/** A whole number from 0. */
const count = (max: number) => {
  const message = `必须是 0 到 ${max} 的整数`
  return z.coerce.number(message).int(message).min(0, message).max(max, message)
}

/** What may stand in the environment. Texts of faults are Chinese: an operator reads them. */
const Environment = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], '只能是 development、test 或 production')
    .default('development')
    .describe('运行环境'),
  HOST: z.string().min(1, '不能为空').default('127.0.0.1').describe('监听地址'),
  PORT: z.coerce
    .number('必须是 0 到 65535 的整数')
    .int('必须是 0 到 65535 的整数')
    .min(0, '必须是 0 到 65535 的整数')
    .max(65535, '必须是 0 到 65535 的整数')
    .default(8080)
    .describe('监听端口，0 表示由系统挑一个'),
  PUBLIC_BASE_URL: httpAddress('必须是 http:// 或 https:// 开头的网址')
    .optional()
    .describe('对外网址，分享链接与二维码都用它；不写则用监听地址'),
  DATA_DIR: z.string().min(1, '不能为空').default('.data').describe('数据目录：内置数据库与运行文件'),
  ENGINE_DIR: z.string().min(1, '不能为空').default('.engine').describe('内置数据库程序的目录'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, '必须是 mongodb:// 或 mongodb+srv:// 开头的连接串')
    .optional()
    .describe('MongoDB 7 以上副本集的连接串；开发时可不写，用内置数据库'),
  WECHAT_APPID: z
    .string()
    .regex(/^wx[0-9a-z]{16}$/, '必须是 wx 加 16 位小写字母或数字')
    .default(DEVELOPMENT.wechatAppId)
    .describe('小程序 AppID'),
  WECHAT_SECRET: z
    .string()
    .min(16, '至少 16 个字符')
    .default(DEVELOPMENT.wechatSecret)
    .describe('小程序 AppSecret'),
  WECHAT_API_BASE: z
    .union([z.literal(FAKE_WECHAT), httpAddress('')], '必须是网址，或 fake（内置的假微信，只供开发）')
    .optional()
    .describe('微信接口地址；生产默认为官方地址，开发默认为 fake'),
  WECHAT_TEMPLATE_PUBLICATION: messageTemplate('关注的村有新公示'),
  WECHAT_TEMPLATE_WORK: messageTemplate('有公示等着办理'),
  WECHAT_TEMPLATE_OBJECTION: messageTemplate('异议有了答复'),
  JWT_SECRET: z
    .string()
    .min(32, '至少 32 个字符')
    .default(DEVELOPMENT.jwtSecret)
    .describe('登录凭证的签名密钥'),
  LEDGER_KEY: z
    .string()
    .transform((value, ctx): KeyObject => {
      const key = readLedgerKey(value)
      if (key) return key
      ctx.addIssue({ code: 'custom', message: '必须是 Ed25519 私钥：PEM，或 PKCS#8 DER 的 base64' })
      return z.NEVER
    })
    .optional()
    .describe('存证账本的签名私钥（Ed25519）；开发时可不写，自动生成并放在数据目录'),
  IDENTITY_KEY: z
    .string()
    .min(32, '至少 32 个字符')
    .default(DEVELOPMENT.identityKey)
    .describe('村民名册的散列密钥：身份证后几位和电话只存它的散列；换掉就要重新上传名册'),
  SECOND_FACTOR: z
    .enum(['required', 'optional'], '只能是 required 或 optional')
    .optional()
    .describe('办公人员的动态码：required 必须，optional 自愿（启用后就必须）；生产必须，开发默认自愿'),
  SECOND_FACTOR_KEY: z
    .base64('必须是 32 字节密钥的 base64')
    .refine(value => Buffer.from(value, 'base64').length === 32, '必须是 32 字节密钥的 base64')
    .default(DEVELOPMENT.secondFactorKey)
    .describe(
      '动态码密钥的加密密钥，32 字节的 base64，如 openssl rand -base64 32；换了它，人人要重新设置动态码',
    ),
  CLOCK: z.iso
    .datetime({ offset: true, error: '必须是 ISO 8601 时刻，如 2026-11-20T08:00:00Z' })
    .optional()
    .describe('固定的当前时刻，只供开发与测试'),
  TRUST_PROXY: count(10).default(0).describe('前面有几层反向代理;0 表示没有,此时不信 X-Forwarded-For'),
  RATE_READ: count(1_000_000).default(12_000).describe('每个来访地址每分钟最多读多少次,0 表示不限'),
  RATE_LOGIN: count(1_000_000).default(300).describe('每个来访地址每分钟最多登录、续期多少次,0 表示不限'),
  RATE_WRITE: count(1_000_000).default(120).describe('每个人每分钟最多办多少次,0 表示不限'),
  PAGES_MB: count(1_000_000)
    .default(64)
    .describe('公开页面在内存里最多留多少 MB，0 表示不留;库连不上时也靠它给人看'),
  JOBS_EVERY: count(3600).default(15).describe('每隔多少秒看一次有没有到期的事要办，0 表示本进程不办'),
  RATE_REFUSED: count(1_000_000)
    .default(30)
    .describe('每个人每分钟最多把多少次被拒绝的操作记入日志,0 表示不限'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `只能是 ${LOG_LEVELS.join('、')}`)
    .default('info')
    .describe('日志级别'),
})
type Environment = z.infer<typeof Environment>

/** A template of WeChat's subscribe messages 订阅消息模板 with the names of its fields. */
export interface MessageTemplate {
  id: string
  fields: { title: string; place: string; date: string }
}

/** Everything the server may know about its surroundings. Made once by `loadConfig`, passed on as a value. */
export interface Config {
  nodeEnv: 'development' | 'test' | 'production'
  host: string
  port: number
  /** Address in links that leave the server; never built from a request's Host header. */
  publicBaseUrl: string
  /** Absolute path. */
  dataDir: string
  /** Absolute path of the embedded database's programs. */
  engineDir: string
  mongodbUri: string | undefined
  wechat: {
    appId: string
    secret: string
    apiBase: string
    fake: boolean
    /** By kind of message; a kind without one is told in the inbox only. */
    templates: Partial<Record<MessageKind, MessageTemplate>>
  }
  jwtSecret: string
  /** Key of the hashes in villagers' rolls, see services/identity. */
  identityKey: string
  /** Signs the ledger's checkpoints; undefined: a development key kept in the data folder. */
  ledgerKey: KeyObject | undefined
  /** Second factor of staff: whether everybody needs it, and the key that seals its secrets. */
  secondFactor: { required: boolean; key: Buffer }
  /** ISO instant at which the clock stands at start, or undefined for the real clock. */
  clock: string | undefined
  logLevel: (typeof LOG_LEVELS)[number]
  /** Reverse proxies in front of us whose X-Forwarded-For is believed. */
  trustedProxies: number
  /** Requests a minute: reads and logins by address, writes by person; 0 = no limit. */
  perMinute: { read: number; login: number; write: number }
  /** Megabytes of public pages that are kept ready in memory; 0 = none. */
  pagesMegabytes: number
  /** Seconds between two looks for work that is due; 0 = this process does none. */
  jobsEvery: number
  /** Refusals a minute and person that the audit log keeps; 0 = all. */
  refusalsPerMinute: number
  /** Absolute path of the repository (or of the deployed bundle's root). */
  rootDir: string
  /** The only variables that programs started by us may see: none of our secrets. */
  programEnv: NodeJS.ProcessEnv
}

export interface ConfigFault {
  /** Name of the environment variable. */
  name: string
  /** What is wrong, in Chinese. */
  message: string
}

/** All faults of the environment at once; `message` is ready to be printed. */
export class ConfigError extends Error {
  constructor(readonly faults: ConfigFault[]) {
    super(['配置有误：', ...faults.map(fault => `  ${fault.name}：${fault.message}`)].join('\n'))
    this.name = 'ConfigError'
  }
}

/** What each variable is for, in Chinese, for `--help` texts and the deployment guide. */
export const configVariables = (): { name: string; description: string }[] =>
  Object.entries(Environment.shape).map(([name, field]) => ({ name, description: field.description ?? '' }))

/** Nearest folder upwards that holds package.json: the same for the sources and for dist/server. */
function findRoot(from: string): string {
  let folder = from
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder)
    if (parent === folder) return process.cwd()
    folder = parent
  }
  return folder
}

const isLoopback = (address: string): boolean => LOOPBACK.has(new URL(address).hostname)

/** Checks that only production makes; each is `[variable, is it wrong?, sentence]`. */
function productionFaults(env: Environment): ConfigFault[] {
  const base = env.WECHAT_API_BASE
  const checks: [name: string, wrong: boolean, message: string][] = [
    ['MONGODB_URI', env.MONGODB_URI === undefined, '生产环境必须写明 MongoDB 副本集的连接串'],
    ['JWT_SECRET', env.JWT_SECRET === DEVELOPMENT.jwtSecret, '生产环境必须换成自己的密钥，不得用开发密钥'],
    ['IDENTITY_KEY', env.IDENTITY_KEY === DEVELOPMENT.identityKey, '生产环境必须换成自己的密钥，并另行备份'],
    ['LEDGER_KEY', env.LEDGER_KEY === undefined, '生产环境必须写明存证账本的签名私钥，并另行备份'],
    ['WECHAT_APPID', env.WECHAT_APPID === DEVELOPMENT.wechatAppId, '生产环境必须写明小程序的 AppID'],
    ['WECHAT_SECRET', env.WECHAT_SECRET === DEVELOPMENT.wechatSecret, '生产环境必须写明小程序的 AppSecret'],
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
    ['PUBLIC_BASE_URL', env.PUBLIC_BASE_URL === undefined, '生产环境必须写明对外网址'],
  ]
  return checks.filter(([, wrong]) => wrong).map(([name, , message]) => ({ name, message }))
}

const isUnsafeWechat = (base: string): boolean =>
  base === FAKE_WECHAT || !base.startsWith('https://') || isLoopback(base)

/** An empty variable (`PORT=`) means: not set. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))

/** Faults of the shape, one per variable: the first one is the one to mend. */
function shapeFaults(issues: z.core.$ZodIssue[]): ConfigFault[] {
  const byName = new Map<string, string>()
  for (const issue of issues) {
    const name = String(issue.path[0])
    if (!byName.has(name)) byName.set(name, issue.message)
  }
  return [...byName].map(([name, message]) => ({ name, message }))
}

/** Even when some variables are malformed, production faults of the others are told in the same go. */
function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const given = withoutEmpty(env)
  const parsed = Environment.safeParse(given)
  const faults = parsed.success ? [] : shapeFaults(parsed.error.issues)
  if (given.NODE_ENV === 'production') {
    const malformed = new Set(faults.map(fault => fault.name))
    const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !malformed.has(name)))
    const rest = productionFaults(Environment.parse(sound))
    faults.push(...rest.filter(fault => !malformed.has(fault.name)))
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults)
  return parsed.data
}

/**
 * Reads and checks the environment. Relative folders are taken from the repository root.
 * @throws ConfigError with every fault at once
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const values = readEnvironment(env)
  const rootDir = findRoot(__dirname)
  const apiBase = values.WECHAT_API_BASE ?? (values.NODE_ENV === 'production' ? REAL_WECHAT : FAKE_WECHAT)
  return {
    nodeEnv: values.NODE_ENV,
    host: values.HOST,
    port: values.PORT,
    publicBaseUrl: values.PUBLIC_BASE_URL ?? `http://${values.HOST}:${values.PORT}`,
    dataDir: path.resolve(rootDir, values.DATA_DIR),
    engineDir: path.resolve(rootDir, values.ENGINE_DIR),
    mongodbUri: values.MONGODB_URI,
    wechat: {
      appId: values.WECHAT_APPID,
      secret: values.WECHAT_SECRET,
      apiBase,
      fake: apiBase === FAKE_WECHAT,
      templates: {
        publication: values.WECHAT_TEMPLATE_PUBLICATION,
        work: values.WECHAT_TEMPLATE_WORK,
        objection: values.WECHAT_TEMPLATE_OBJECTION,
      },
    },
    jwtSecret: values.JWT_SECRET,
    identityKey: values.IDENTITY_KEY,
    ledgerKey: values.LEDGER_KEY,
    secondFactor: {
      required:
        (values.SECOND_FACTOR ?? (values.NODE_ENV === 'production' ? 'required' : 'optional')) === 'required',
      key: Buffer.from(values.SECOND_FACTOR_KEY, 'base64'),
    },
    clock: values.CLOCK,
    logLevel: values.LOG_LEVEL,
    trustedProxies: values.TRUST_PROXY,
    perMinute: { read: values.RATE_READ, login: values.RATE_LOGIN, write: values.RATE_WRITE },
    pagesMegabytes: values.PAGES_MB,
    jobsEvery: values.JOBS_EVERY,
    refusalsPerMinute: values.RATE_REFUSED,
    rootDir,
    programEnv: Object.fromEntries(
      PROGRAM_VARIABLES.filter(name => env[name]).map(name => [name, env[name]]),
    ),
  }
}

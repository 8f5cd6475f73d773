import { readFileSync } from 'node:fs'
import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { readLedgerKey } from './signingKey'

/** A WeChat subscribe-message template 订阅消息模板 with the names of its fields. */
export interface MessageTemplate {
  id: string
  fields: { title: string; place: string; date: string }
  /** Once 一次性订阅: one message for each consent. Long 长期订阅: any number until the person ends it. */
  term: 'once' | 'long'
}

/** Key of the identity hashes in the rosters of a development store. */
export const DEVELOPMENT_IDENTITY_KEY = 'development-only-identity-key-never-in-production'

/** Development secrets; production refuses every one of them. */
export const DEVELOPMENT = {
  jwtSecret: 'development-only-jwt-secret-never-in-production',
  identityKey: DEVELOPMENT_IDENTITY_KEY,
  wechatAppId: 'wxdevelopment00000',
  wechatSecret: 'development-only-wechat-secret',
  secondFactorKey: Buffer.from('development-only-32-bytes-of-key').toString('base64'),
}

/** Value of WECHAT_API_BASE that starts the built-in fake WeChat on the loopback interface. */
export const FAKE_WECHAT = 'fake'
export const REAL_WECHAT = 'https://api.weixin.qq.com'

export const DEFAULT_DATA_DIR = '.data'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** The subscribe-message templates, one for each kind of message. */
const TEMPLATE = /^[\w-]{6,64}(,[a-z_]+[0-9]+){0,3}(,long)?$/
const TEMPLATE_FIELDS = ['thing1', 'thing2', 'date3'] as const

/** Parses `ID` or `ID,title,place,date`, with `,long` for a long-term one: a template with the names of its fields, as chosen on mp.weixin.qq.com. */
const messageTemplate = (what: string) =>
  z
    .string()
    .regex(
      TEMPLATE,
      '应为“模板编号”，或“模板编号,标题字段,地点字段,日期字段”，如 abc123,thing1,thing2,date3；长期订阅的在最后加 ,long',
    )
    .transform((value): MessageTemplate => {
      const long = value.endsWith(',long')
      const [id = '', ...names] = (long ? value.slice(0, -',long'.length) : value).split(',')
      const [title, place, date] = TEMPLATE_FIELDS.map((name, index) => names[index] ?? name) as [
        string,
        string,
        string,
      ]
      return { id, fields: { title, place, date }, term: long ? 'long' : 'once' }
    })
    .optional()
    .describe(`订阅消息模板：${what}；不写就只发站内消息`)

/** Accepts an HTTP(S) address without a trailing slash. */
const httpAddress = (message: string) =>
  z.url({ protocol: /^https?$/, error: message }).transform(value => value.replace(/\/+$/, ''))

/** Accepts a whole number from 0. */
const count = (max: number) => {
  const message = `必须是 0 到 ${max} 的整数`
  return z.coerce.number(message).int(message).min(0, message).max(max, message)
}

const keyOf32Bytes = z
  .base64('必须是 32 字节密钥的 base64')
  .refine(value => Buffer.from(value, 'base64').length === 32, '必须是 32 字节密钥的 base64')

/** Returns the text of a file without its line ends; null if the file is missing. */
function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

/** Schema of the environment variables. Fault messages are Chinese: operators read them. */
export const Environment = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], '只能是 development、test 或 production')
    .default('development')
    .describe('运行环境'),
  DEMO: z
    .enum(['yes', 'no'], '只能是 yes 或 no')
    .default('no')
    .describe('yes：演示，别的机器也能打开，谁都能用任何人的身份登录，不得放真实的资料'),
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
  DATA_DIR: z
    .string()
    .min(1, '不能为空')
    .default(DEFAULT_DATA_DIR)
    .describe('数据目录：内置数据库与运行文件'),
  ENGINE_DIR: z.string().min(1, '不能为空').default('.engine').describe('内置数据库程序的目录'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, '必须是 mongodb:// 或 mongodb+srv:// 开头的连接串')
    .optional()
    .describe('MongoDB 7 以上副本集的连接串；不写就用内置数据库，适合一个办公室'),
  OPERATOR_NAME: z
    .string()
    .min(2, '写主办单位的全称')
    .max(60, '写主办单位的全称，不超过 60 个字')
    .optional()
    .describe('主办单位全称，显示在“我的”和隐私政策里，如 试验新区东湖街道办事处'),
  OPERATOR_CONTACT: z
    .string()
    .min(5, '写电话或地址，至少 5 个字')
    .max(120, '写电话或地址，不超过 120 个字')
    .optional()
    .describe('个人信息保护的联系方式：电话、地址'),
  FILING_NUMBER: z
    .string()
    .min(5, '写备案号，如 陕ICP备00000000号-1X')
    .max(60, '写备案号，不超过 60 个字')
    .optional()
    .describe('小程序（网站）备案号'),
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
  WECHAT_LOGIN_CODE: z
    .enum(['on', 'off'], '只能是 on 或 off')
    .default('off')
    .describe('网页登录显示小程序码（小程序发布后才能用 on）；off 或微信给不出时显示普通二维码'),
  WECHAT_PRINT_CODE: z
    .enum(['on', 'off'], '只能是 on 或 off')
    .default('off')
    .describe(
      '公示单和海报印小程序码（带“按码打开”页的小程序发布后才能用 on）；off 或微信给不出时印普通二维码',
    ),
  WECHAT_URL_LINK: z
    .enum(['on', 'off'], '只能是 on 或 off')
    .default('off')
    .describe('网页上的公示给出“在微信小程序里打开”（URL Link，小程序发布后才能用 on）'),
  WECHAT_MESSAGE_TOKEN: z
    .string()
    .regex(/^[0-9A-Za-z]{16,32}$/, '必须是 16 到 32 位字母或数字')
    .optional()
    .describe(
      '微信后台“消息推送”的 Token（推送地址是 对外网址/wechat/events，明文模式，JSON）；写了，上传的照片就请微信检查内容，不写就不检查',
    ),
  OIDC_ISSUER: httpAddress('必须是 http:// 或 https:// 开头的网址')
    .optional()
    .describe('统一身份认证（OpenID Connect）的颁发者网址；不写就不提供这种登录'),
  OIDC_CLIENT_ID: z.string().min(1).max(200).optional().describe('统一身份认证给本系统的应用编号'),
  OIDC_CLIENT_SECRET: z.string().min(8, '至少 8 个字符').optional().describe('统一身份认证给本系统的密钥'),
  OIDC_NAME: z.string().min(1).max(20).default('统一身份认证').describe('网页上这种登录叫什么'),
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
    .describe('存证账本的签名私钥（Ed25519）；用内置数据库时可不写，自动生成并放在数据目录'),
  IDENTITY_KEY: z
    .string()
    .min(32, '至少 32 个字符')
    .default(DEVELOPMENT.identityKey)
    .describe('村民名册的散列密钥：身份证后几位和电话只存它的散列；换掉就要重新上传名册'),
  SECOND_FACTOR: z
    .enum(['required', 'optional'], '只能是 required 或 optional')
    .optional()
    .describe('办公人员的动态码：required 必须，optional 自愿（启用后就必须）；生产必须，开发默认自愿'),
  SECOND_FACTOR_KEY: keyOf32Bytes
    .default(DEVELOPMENT.secondFactorKey)
    .describe(
      '动态码密钥的加密密钥，32 字节的 base64，如 openssl rand -base64 32；换了它，人人要重新设置动态码',
    ),
  BACKUP_KEY: keyOf32Bytes
    .optional()
    .describe('备份的加密密钥，32 字节的 base64；请离开服务器另行保管，丢了备份就打不开'),
  BACKUP_KEY_FILE: z
    .string()
    .transform((file, ctx): string => {
      const text = readText(file)
      if (text !== null && keyOf32Bytes.safeParse(text).success) return text
      ctx.addIssue({ code: 'custom', message: '必须是一个文件，里面是 32 字节密钥的 base64' })
      return z.NEVER
    })
    .optional()
    .describe('放备份密钥的文件，代替 BACKUP_KEY'),
  CLOCK: z.iso
    .datetime({ offset: true, error: '必须是 ISO 8601 时刻，如 2026-11-20T08:00:00Z' })
    .optional()
    .describe('固定的当前时刻，只供开发与测试'),
  TRUST_PROXY: count(10).default(0).describe('前面有几层反向代理;0 表示没有,此时不信 X-Forwarded-For'),
  RATE_READ: count(1_000_000)
    .default(12_000)
    .describe('每个来访地址每分钟最多读多少次,0 表示不限;打印、导出、打包、搜索一次算好几次'),
  RATE_LOGIN: count(1_000_000).default(300).describe('每个来访地址每分钟最多登录、续期多少次,0 表示不限'),
  RATE_WRITE: count(1_000_000).default(120).describe('每个人每分钟最多办多少次,0 表示不限'),
  RATE_BODY: count(1_000_000)
    .default(60)
    .describe('每个来访地址每分钟最多发来多少次读不懂的内容,超过就不再读;0 表示不限'),
  PAGES_MB: count(1_000_000)
    .default(64)
    .describe('公开页面在内存里最多留多少 MB，0 表示不留;库连不上时也靠它给人看'),
  DISK_RESERVE_MB: count(10_000_000)
    .default(256)
    .describe('用内置数据库时，数据目录所在的盘剩下不到多少 MB 就不再保存，0 表示写到满为止'),
  FILE_QUOTA_MB: count(10_000_000)
    .default(2_048)
    .describe('每个单位的附件最多共多少 MB，0 表示不限；没有用到的附件 7 天后自动清理'),
  JOBS_EVERY: count(3600).default(15).describe('每隔多少秒看一次有没有到期的事要办，0 表示本进程不办'),
  RATE_REFUSED: count(1_000_000)
    .default(30)
    .describe('每个人每分钟最多把多少次被拒绝的操作记入日志,0 表示不限'),
  METRICS_TOKEN: z
    .string()
    .min(16, '至少 16 个字符')
    .optional()
    .describe('看 /metrics（Prometheus 指标）要带的令牌；不写则只许本机直接看'),
  EMBEDDINGS_URL: httpAddress('必须是 http:// 或 https:// 开头的网址')
    .optional()
    .describe(
      '算意思相近用的向量服务（OpenAI 兼容的 /v1/embeddings）的网址；不写则用本机的模型，也没有就按规则找',
    ),
  EMBEDDINGS_MODEL: z
    .string()
    .min(1, '写了就不能空')
    .default('bge-m3')
    .describe('向量服务里模型的名字；换了名字，存的向量由夜里的任务重算'),
  EMBEDDINGS_PREFIXES: z
    .string()
    .regex(/^[^|]*(?:\|[^|]*)?$/, '问话的前缀和内容的前缀，中间用 | 隔开')
    .default('')
    .describe('模型要求的前缀：问话的|内容的，例如 e5 的 query: |passage: ；bge-m3 不要前缀'),
  DRAIN_SECONDS: count(600)
    .default(0)
    .describe('要停时先让 /readyz 答 503、照常服务多少秒，好让负载均衡把新请求转走'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `只能是 ${LOG_LEVELS.join('、')}`)
    .default('info')
    .describe('日志级别'),
})
export type Environment = z.infer<typeof Environment>

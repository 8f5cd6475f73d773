import { randomBytes } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import sharp from 'sharp'
import { z } from 'zod'
import { qrModules } from '@shared/presentation/qrModules'
import type { Clock } from '@server/platform/clock'
import {
  type Answer,
  FAKE_ENDPOINTS,
  FAKE_MODES,
  type FakeEndpoint,
  type FakeMode,
  answerIn,
  refuse,
} from './modes'
import { createFakeMedia, type PushMode, type PushTarget } from './media'
import { createFakeTokens } from './tokens'

export { FAKE_MODES, type FakeEndpoint, type FakeMode } from './modes'

/** An accepted subscribe message. */
interface SentMessage {
  touser: string
  template_id: string
  page?: string
  data: Record<string, { value: string }>
}

/**
 * A fake WeChat server for development and tests, on loopback only. A login code is `persona`, or `persona#nonce` for
 * a fresh one: `editor#k3f9`. A nonce of the form `t<ms>-…` dates the code; it expires five minutes later, like
 * WeChat's codes. Each code works once. The openid is `demo-openid-<persona>`, so that a persona is always the same
 * person. The text check judges `违规` risky and `存疑` doubtful, the picture check a red picture and a yellow one. Messages are accepted and recorded.
 */
export interface FakeWechat {
  /** Address for `WECHAT_API_BASE`. */
  url: string
  /** Sets the behaviour of the server, or of one endpoint, from now on. */
  behave(mode: FakeMode, endpoint?: FakeEndpoint): void
  /** Returns the number of requests so far: of `jscode2session`, or of another endpoint. */
  calls(endpoint?: FakeEndpoint): number
  /** Returns every judged text. */
  texts(): readonly string[]
  /** Returns every accepted message. */
  sent(): readonly SentMessage[]
  /** Pushes the verdicts on the pictures that wait for one; returns the receiver's answers. */
  push(target: PushTarget, mode?: PushMode): Promise<{ status: number; text: string }[]>
  /** Invalidates the current access token. */
  revokeToken(): void
  stop(): Promise<void>
}

const CODE = /^([a-z][a-z0-9-]{0,60})(#[\w-]{1,60})?$/
const DATED = /^#t([0-9]{10,16})-/
const LIFE_MS = 5 * 60_000
const SLOW_MS = 60_000

/** Returns the openid of a demonstration persona. */
export const demoOpenid = (persona: string): string => `demo-openid-${persona}`

/** Returns a fresh, dated login code of a persona. */
export const freshCode = (persona: string, clock: Clock): string =>
  `${persona}#t${clock.now().getTime()}-${randomBytes(6).toString('hex')}`

function expired(nonce: string | undefined, clock: Clock): boolean {
  const made = DATED.exec(nonce ?? '')?.[1]
  return made !== undefined && Number(made) + LIFE_MS < clock.now().getTime()
}

/** Draws a code: in place of WeChat's dots a QR code of what it opens, which a test reads. */
function codePicture({ page, scene, width }: z.infer<typeof CodeAsked>): Promise<Buffer> {
  const { size, dark } = qrModules(`${page}?scene=${encodeURIComponent(scene)}`)
  const pixels = Buffer.alloc(size * size, 255)
  for (const [x, y] of dark) pixels[y * size + x] = 0
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(width, width, { kernel: 'nearest' })
    .png()
    .toBuffer()
}

function send(response: ServerResponse, answer: Answer | Buffer | string | null): void {
  if (answer === null) return void response.destroy()
  if (Buffer.isBuffer(answer)) {
    return void response.writeHead(200, { 'Content-Type': 'image/png' }).end(answer)
  }
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}

interface FakeOptions {
  clock: Clock
  /** Expected credentials; a request with others gets errcode 40013 or 40125. */
  appId: string
  secret: string
  port?: number
}

const PATHS: Record<string, FakeEndpoint> = {
  '/sns/jscode2session': 'login',
  '/cgi-bin/stable_token': 'token',
  '/wxa/msg_sec_check': 'text',
  '/wxa/media_check_async': 'media',
  '/cgi-bin/message/subscribe/send': 'message',
  '/wxa/getwxacodeunlimit': 'code',
  '/wxa/generate_urllink': 'link',
}

const TokenAsked = z.object({ appid: z.string(), secret: z.string(), force_refresh: z.boolean().optional() })
const TextAsked = z.object({
  content: z.string().min(1).max(2_500),
  version: z.literal(2),
  scene: z.int().min(1).max(4),
  openid: z.string().min(1),
})
const CodeAsked = z.object({
  scene: z.string().regex(/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/),
  page: z.string().regex(/^[^/]/),
  check_path: z.literal(false),
  width: z.int().min(280).max(1280),
})
const LinkAsked = z.object({
  path: z.string().regex(/^[^/?]+(\/[^?]+)?$/),
  query: z.string().max(1024),
  expire_type: z.literal(1),
  expire_interval: z.int().min(1).max(30),
})
const MessageAsked = z.object({
  touser: z.string().min(1),
  template_id: z.string().min(1),
  page: z.string().optional(),
  data: z.record(z.string().regex(/^[a-z_]+[0-9]+$/), z.object({ value: z.string().min(1).max(32) })),
})

const verdict = (suggest: string, label: number): Answer => ({
  errcode: 0,
  errmsg: 'ok',
  result: { suggest, label },
  trace_id: randomBytes(8).toString('hex'),
})

interface Asked {
  query: URLSearchParams
  body: unknown
}

/**
 * Starts the fake. `PUT /control?mode=down&endpoint=text` has the effect of `behave`, for tests that run the server
 * as a separate program.
 */
export async function startFakeWechat({ clock, appId, secret, port = 0 }: FakeOptions): Promise<FakeWechat> {
  const used = new Set<string>()
  const modes = new Map<FakeEndpoint, FakeMode>()
  const calls = new Map<FakeEndpoint, number>()
  const texts: string[] = []
  const sent: SentMessage[] = []
  const tokens = createFakeTokens(clock)
  const media = createFakeMedia(appId, clock)

  function stranger(id: unknown, password: unknown): Answer | null {
    if (id !== appId) return refuse(40013, 'invalid appid')
    return password === secret ? null : refuse(40125, 'invalid appsecret')
  }

  function trade({ query }: Asked): Answer {
    const code = query.get('js_code') ?? ''
    const [, persona, nonce] = CODE.exec(code) ?? []
    const refusal = stranger(query.get('appid'), query.get('secret'))
    if (refusal) return refusal
    if (!persona || expired(nonce, clock)) return refuse(40029, 'invalid code')
    if (used.has(code)) return refuse(40163, 'code been used')
    used.add(code)
    return { openid: demoOpenid(persona), session_key: randomBytes(16).toString('base64') }
  }

  function token({ body }: Asked): Answer {
    const asked = TokenAsked.safeParse(body)
    if (!asked.success) return refuse(40002, 'invalid grant_type')
    return stranger(asked.data.appid, asked.data.secret) ?? tokens.issue(asked.data.force_refresh === true)
  }

  function judge({ query, body }: Asked): Answer {
    const refusal = tokens.refusalOf(query.get('access_token'))
    if (refusal) return refusal
    const asked = TextAsked.safeParse(body)
    if (!asked.success) return refuse(47001, 'data format error')
    const { content } = asked.data
    texts.push(content)
    if (content.includes('违规')) return verdict('risky', 20001)
    return content.includes('存疑') ? verdict('review', 20002) : verdict('pass', 100)
  }

  const check = ({ query, body }: Asked): Answer =>
    tokens.refusalOf(query.get('access_token')) ?? media.ask(body)

  function deliver({ query, body }: Asked): Answer {
    const refusal = tokens.refusalOf(query.get('access_token'))
    if (refusal) return refusal
    const asked = MessageAsked.safeParse(body)
    if (!asked.success) return refuse(47003, 'argument invalid')
    sent.push(asked.data)
    return refuse(0, 'ok')
  }

  async function draw({ query, body }: Asked): Promise<Answer | Buffer> {
    const refusal = tokens.refusalOf(query.get('access_token'))
    if (refusal) return refusal
    const asked = CodeAsked.safeParse(body)
    return asked.success ? codePicture(asked.data) : refuse(40097, 'invalid args')
  }

  function link({ query, body }: Asked): Answer {
    const refusal = tokens.refusalOf(query.get('access_token'))
    if (refusal) return refusal
    const asked = LinkAsked.safeParse(body)
    if (!asked.success) return refuse(40165, 'invalid weapp pagepath')
    const opened = encodeURIComponent(`${asked.data.path}?${asked.data.query}`)
    return { errcode: 0, errmsg: 'ok', url_link: `https://wxaurl.cn/fake?opens=${opened}` }
  }

  const honest: Record<FakeEndpoint, (asked: Asked) => Answer | Buffer | Promise<Answer | Buffer>> = {
    login: trade,
    token,
    text: judge,
    media: check,
    message: deliver,
    code: draw,
    link,
  }

  function behave(mode: FakeMode, endpoint?: FakeEndpoint): void {
    for (const one of endpoint ? [endpoint] : FAKE_ENDPOINTS) modes.set(one, mode)
  }

  function control(query: URLSearchParams): Answer {
    const wanted = FAKE_MODES.find(one => one === query.get('mode'))
    const endpoint = FAKE_ENDPOINTS.find(one => one === query.get('endpoint'))
    if (wanted) behave(wanted, endpoint)
    return { mode: modes.get(endpoint ?? 'login') ?? 'ok' }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname === '/control') return send(response, control(url.searchParams))
    const endpoint = PATHS[url.pathname]
    if (!endpoint) return void response.writeHead(404).end()
    calls.set(endpoint, (calls.get(endpoint) ?? 0) + 1)
    const body = request.method === 'POST' ? await json(request).catch(() => null) : null
    const mode = modes.get(endpoint) ?? 'ok'
    const answer = await answerIn(mode, endpoint, () => honest[endpoint]({ query: url.searchParams, body }))
    if (mode !== 'slow') return send(response, answer)
    const timer = setTimeout(() => send(response, answer), SLOW_MS)
    response.on('close', () => clearTimeout(timer))
  }

  const server: Server = createServer((request, response) => void handle(request, response))
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave,
    calls: (endpoint = 'login') => calls.get(endpoint) ?? 0,
    texts: () => texts,
    sent: () => sent,
    push: media.push,
    revokeToken: () => tokens.revoke(),
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

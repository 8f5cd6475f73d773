import { randomBytes } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../clock'

/**
 * A WeChat server for development and tests, on loopback only.
 *
 * A login code is `persona`, or `persona#nonce` to get a fresh one: `editor#k3f9`. A nonce of the form `t<ms>-…` dates
 * the code; it expires five minutes later, as WeChat's codes do. Each code works once. The answer's openid is
 * `demo-openid-<persona>`, so that the same persona is the same person every time.
 */
export interface FakeWechat {
  /** Address for `WECHAT_API_BASE`. */
  url: string
  /** Sets how it behaves from now on. */
  behave(mode: FakeMode): void
  /** Number of `jscode2session` requests so far. */
  calls(): number
  stop(): Promise<void>
}

/**
 * `ok`; `busy` (errcode -1); `limited` (45011); `blocked` (40226); `slow` (answers after a minute); `down` (hangs up);
 * `broken` (half an answer of HTML); `lying` (status 200, no openid); `empty` (an empty openid).
 */
export const FAKE_MODES = [
  'ok',
  'busy',
  'limited',
  'blocked',
  'slow',
  'down',
  'broken',
  'lying',
  'empty',
] as const
export type FakeMode = (typeof FAKE_MODES)[number]

const CODE = /^([a-z][a-z0-9-]{0,60})(#[\w-]{1,60})?$/
const DATED = /^#t([0-9]{10,16})-/
const LIFE_MS = 5 * 60_000
const SLOW_MS = 60_000

/** openid of a demonstration persona. */
export const demoOpenid = (persona: string): string => `demo-openid-${persona}`

/** A fresh, dated code for a persona. */
export const freshCode = (persona: string, clock: Clock): string =>
  `${persona}#t${clock.now().getTime()}-${randomBytes(6).toString('hex')}`

type Answer = Record<string, unknown>

const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

function expired(nonce: string | undefined, clock: Clock): boolean {
  const made = DATED.exec(nonce ?? '')?.[1]
  return made !== undefined && Number(made) + LIFE_MS < clock.now().getTime()
}

/** Answers by mode; null = the connection is cut instead. */
function answerIn(mode: FakeMode, honest: () => Answer): Answer | string | null {
  const answers: Partial<Record<FakeMode, Answer | string | null>> = {
    busy: refuse(-1, 'system error'),
    limited: refuse(45011, 'api minute-quota reach limit'),
    blocked: refuse(40226, 'code blocked'),
    down: null,
    broken: '<html><body>502 Bad',
    lying: { errcode: 0, errmsg: 'ok' },
    empty: { openid: '', session_key: '' },
  }
  return mode in answers ? (answers[mode] ?? null) : honest()
}

function send(response: ServerResponse, answer: Answer | string | null): void {
  if (answer === null) return void response.destroy()
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}

interface FakeOptions {
  clock: Clock
  /** Asked-for credentials; a request with others gets errcode 40013 or 40125. */
  appId: string
  secret: string
  port?: number
}

/**
 * Starts it. `PUT /control?mode=down` does what `behave` does, for tests that run the server as a program of its own.
 */
export async function startFakeWechat({ clock, appId, secret, port = 0 }: FakeOptions): Promise<FakeWechat> {
  const used = new Set<string>()
  let mode: FakeMode = 'ok'
  let calls = 0

  function trade(query: URLSearchParams): Answer {
    const code = query.get('js_code') ?? ''
    const [, persona, nonce] = CODE.exec(code) ?? []
    if (query.get('appid') !== appId) return refuse(40013, 'invalid appid')
    if (query.get('secret') !== secret) return refuse(40125, 'invalid appsecret')
    if (!persona || expired(nonce, clock)) return refuse(40029, 'invalid code')
    if (used.has(code)) return refuse(40163, 'code been used')
    used.add(code)
    return { openid: demoOpenid(persona), session_key: randomBytes(16).toString('base64') }
  }

  function control(query: URLSearchParams): Answer {
    const wanted = FAKE_MODES.find(one => one === query.get('mode'))
    if (wanted) mode = wanted
    return { mode }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname === '/control') return send(response, control(url.searchParams))
    if (url.pathname !== '/sns/jscode2session') return void response.writeHead(404).end()
    calls += 1
    const answer = answerIn(mode, () => trade(url.searchParams))
    if (mode !== 'slow') return send(response, answer)
    const timer = setTimeout(() => send(response, answer), SLOW_MS)
    response.on('close', () => clearTimeout(timer))
  }

  const server: Server = createServer((request, response) => void handle(request, response))
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: next => {
      mode = next
    },
    calls: () => calls,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

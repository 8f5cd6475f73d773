import type { Session } from '../contract/people/auth'
import { errorOf, offlineError, strayAnswerError } from './errors'

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT'
  url: string
  headers: Record<string, string>
  /** JSON text. */
  body?: string
}

/** `body` is the parsed JSON, or undefined if the answer has none. */
export interface HttpAnswer {
  status: number
  body: unknown
}

export interface TokenPair {
  access: string
  refresh: string
}

/** Storage of the tokens: memory, `wx.setStorage`, `localStorage` … */
export interface Tokens {
  load(): TokenPair | null | Promise<TokenPair | null>
  save(pair: TokenPair): void | Promise<void>
  clear(): void | Promise<void>
}

/** Returns the key of a request; `text`: method, path and body; `file`: the uploaded one, compared by identity. */
export type KeyOf = (text: string, file: unknown) => string
/**
 * Idempotency key of one intended write, or the function that knows it. Create it when the person presses the button;
 * reuse it for every retry of the same request.
 */
export type WriteOptions = { idempotencyKey: string | KeyOf }
export type Query = Record<string, string | number | undefined>

interface Call {
  method: HttpRequest['method']
  /** Path with its query. */
  path: string
  body?: unknown
  idempotencyKey?: string
  /** Sends no token and does not renew one. */
  anonymous?: boolean
}

interface CallerOptions {
  request: (request: HttpRequest) => Promise<HttpAnswer>
  baseUrl: string
  tokens: Tokens
}

type Send = (request: HttpRequest) => Promise<HttpAnswer>

function requestOf({ method, path, body, idempotencyKey }: Call, baseUrl: string): HttpRequest {
  return {
    method,
    url: `${baseUrl}${path}`,
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
}

const isSession = (body: unknown): body is Session =>
  typeof body === 'object' && body !== null && 'accessToken' in body && 'refreshToken' in body

/** Creates the transport of the client: addresses, tokens, one renewal, errors. */
export function createCaller({ request, baseUrl, tokens }: CallerOptions) {
  let renewal: Promise<Session> | null = null

  async function attempt(send: Send, made: HttpRequest, access: string | undefined): Promise<HttpAnswer> {
    const headers = access ? { ...made.headers, Authorization: `Bearer ${access}` } : made.headers
    try {
      return await send({ ...made, headers })
    } catch {
      throw offlineError()
    }
  }

  async function call<Body>(wanted: Call, send: Send = request): Promise<Body> {
    const made = requestOf(wanted, baseUrl)
    const pair = wanted.anonymous ? null : await tokens.load()
    let answer = await attempt(send, made, pair?.access)
    if (answer.status === 401 && pair) {
      await renew().catch(async (error: unknown) => {
        if (!(await isAnother(pair))) throw error
      })
      answer = await attempt(send, made, (await tokens.load())?.access)
    }
    if (answer.status >= 400) throw errorOf(answer.status, answer.body)
    return answer.body as Body
  }

  /** True if the person has logged in again since: that session is not the expired one. */
  async function isAnother(pair: TokenPair | null): Promise<boolean> {
    const now = await tokens.load()
    return now !== null && now.refresh !== pair?.refresh
  }

  async function renewOnce(): Promise<Session> {
    const pair = await tokens.load()
    const made = requestOf(
      { method: 'POST', path: '/auth/refresh', body: { refreshToken: pair?.refresh ?? '' } },
      baseUrl,
    )
    const answer = await attempt(request, made, undefined)
    if (answer.status >= 400) {
      const ended = answer.status < 500 && answer.status !== 429
      if (ended && !(await isAnother(pair))) await tokens.clear()
      throw errorOf(answer.status, answer.body)
    }
    if (!isSession(answer.body)) throw strayAnswerError()
    const session = answer.body
    await tokens.save({ access: session.accessToken, refresh: session.refreshToken })
    return session
  }

  /** Renews the session. A refresh token works once, so calls that fail at the same time share one renewal. */
  function renew(): Promise<Session> {
    if (!renewal) {
      const ended = () => {
        renewal = null
      }
      renewal = renewOnce()
      renewal.then(ended, ended)
    }
    return renewal
  }

  return { call }
}

export type Caller = ReturnType<typeof createCaller>

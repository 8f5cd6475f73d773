import type { HttpAnswer, HttpRequest } from '@shared/client'
import { syncServerTime } from '../state/serverClock'

const TIMEOUT_MS = 15_000

/** Longest body that a browser still sends when its page is closed. */
const KEPT_ALIVE = 60_000

/** Sends a request with the browser's fetch; Taro's would add 20 kB of polyfills. */
export async function request({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS)
  try {
    const keepalive = method !== 'GET' && typeof body === 'string' && body.length < KEPT_ALIVE
    const answer = await fetch(url, { method, headers, body, keepalive, signal: controller.signal })
    syncServerTime({ date: answer.headers.get('Date') })
    const text = await answer.text()
    return { status: answer.status, body: parse(text) }
  } finally {
    clearTimeout(timer)
  }
}

/** Parses a JSON body; any other body is returned as is, and the client reports an unreadable answer. */
function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

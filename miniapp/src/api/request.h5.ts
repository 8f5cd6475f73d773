import type { HttpAnswer, HttpRequest } from '@shared/client'
import { syncServerTime } from '../state/serverClock'

const TIMEOUT_MS = 15_000

/** The browser's own fetch; Taro's would bring 20 kB of polyfills along. */
export async function request({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS)
  try {
    const answer = await fetch(url, { method, headers, body, signal: controller.signal })
    syncServerTime({ date: answer.headers.get('Date') })
    const text = await answer.text()
    return { status: answer.status, body: parse(text) }
  } finally {
    clearTimeout(timer)
  }
}

/** A body that is not JSON is left to the client as an unreadable answer. */
function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

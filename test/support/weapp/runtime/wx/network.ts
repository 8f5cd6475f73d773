import type { Host, HostResponse, NetworkState } from '../../types'
import { asynchronous, WxFailure, type WxOptions } from './callbacks'
import { recordOf } from '../record'

const SLOW_MS = 1_500
/** WeChat's own limit of a request. */
const LIMIT_MS = 60_000
type Listener = (state: { isConnected: boolean; networkType: string }) => void

/** The radio of the phone: requests to the real server, and the state of the net. */
export class Network {
  pending = 0
  private readonly listeners = new Set<Listener>()

  constructor(
    private readonly host: Host,
    private state: NetworkState,
    /** How many times faster than real time WeChat loses patience with a request. */
    private readonly haste: number,
  ) {}

  set(state: NetworkState): void {
    this.state = state
    for (const listener of this.listeners) {
      listener({ isConnected: state !== 'offline', networkType: this.type() })
    }
  }

  isOffline = (): boolean => this.state === 'offline'

  private type(): string {
    return { online: 'wifi', slow: '2g', offline: 'none' }[this.state]
  }

  private async send(options: WxOptions, aborted: () => boolean): Promise<object> {
    if (this.state === 'offline') throw new WxFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
    if (this.state === 'slow') await new Promise(resolve => setTimeout(resolve, SLOW_MS))
    const response = await this.host.request(toHostRequest(options))
    if (aborted()) throw new WxFailure('abort')
    if ('failure' in response) throw new WxFailure(response.failure, { errno: 600003 })
    return {
      data: parseBody(response.body, options.dataType ?? 'json'),
      statusCode: response.status,
      header: response.headers,
      cookies: [],
    }
  }

  api(): Record<string, unknown> {
    return {
      request: (options: WxOptions) => {
        let aborted = false
        this.pending += 1
        const outcome = asynchronous('request', () =>
          withTimeout(
            this.send(options, () => aborted),
            Number(options.timeout ?? LIMIT_MS) / this.haste,
          ).finally(() => (this.pending -= 1)),
        )(options)
        const task = { abort: () => (aborted = true), onHeadersReceived() {}, offHeadersReceived() {} }
        return outcome ? Object.assign(outcome, task) : task
      },
      getNetworkType: asynchronous('getNetworkType', () => ({ networkType: this.type() })),
      onNetworkStatusChange: (listener: Listener) => this.listeners.add(listener),
      offNetworkStatusChange: (listener: Listener) => this.listeners.delete(listener),
    }
  }
}

async function withTimeout(work: Promise<object>, limit: number): Promise<object> {
  let timer = 0
  const late = new Promise<never>((_resolve, reject) => {
    timer = window.setTimeout(() => reject(new WxFailure('timeout', { errno: 5 })), limit)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    window.clearTimeout(timer)
  }
}

function toHostRequest(options: WxOptions) {
  const method = String(options.method ?? 'GET').toUpperCase()
  const url = new URL(String(options.url))
  let body: string | null = null
  if (method === 'GET' && typeof options.data === 'object') {
    for (const [key, value] of Object.entries(options.data ?? {})) url.searchParams.set(key, String(value))
  } else if (options.data !== undefined) {
    body = typeof options.data === 'string' ? options.data : JSON.stringify(options.data)
  }
  const headers = {
    'content-type': 'application/json',
    ...lowerCased(options.header as Record<string, string>),
  }
  return { url: url.href, method, headers, body }
}

function lowerCased(headers: Record<string, string> | undefined): Record<string, string> {
  return recordOf(Object.entries(headers ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)]))
}

/** As WeChat does: JSON when it is JSON, else the text as it came. */
function parseBody(body: Extract<HostResponse, { status: number }>['body'], dataType: unknown): unknown {
  if (dataType !== 'json') return body
  try {
    return JSON.parse(body) as unknown
  } catch {
    return body
  }
}

import { connect, type Socket } from 'node:net'
import { setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Attack } from './startHostile'

/**
 * Attackers as a process of their own, with less right to this machine's processors than the server has: real ones are elsewhere, and
 * what they spend on their own bombs is no fault of the server's. Waits for `attack` and `rest`; see startHostile.
 */

const LOW_PRIORITY = 10
const IDLE = 150
const DRIPPING = 100
const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
const BIG = Buffer.from(`{"code":"${'甲'.repeat(3_500_000)}"}`)
/** A megabyte of zeros a kilobyte, nine times over. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024))
const SLOW_WORDS = `${'a'.repeat(190)}!`

type Order = { path: string; method: 'GET' | 'POST'; body?: string | Buffer; encoding?: string }

/** Requests that are too much, each in its way. */
const ORDERS: readonly Order[] = [
  { method: 'POST', path: '/api/v1/auth/wechat', body: BIG },
  { method: 'POST', path: '/api/v1/auth/wechat', body: DEEP },
  { method: 'POST', path: '/api/v1/auth/wechat', body: `{"code":${DEEP}}` },
  { method: 'POST', path: '/api/v1/auth/wechat', body: BOMB, encoding: 'gzip' },
  { method: 'GET', path: `/api/v1/orgs/V1/notices?limit=${'9'.repeat(4_000)}` },
  { method: 'GET', path: `/api/v1/search?org=V1&q=${SLOW_WORDS.repeat(20)}` },
  { method: 'GET', path: `/api/v1/orgs/V1/notices?cursor=${'%00'.repeat(500)}` },
]

/** Attacks a server from all sides until `end`: slow headers, slow bodies, idle connections, requests that are too much. */
function hostile(url: string): { end(): Promise<Attack> } {
  const { port } = new URL(url)
  const sockets: Socket[] = []
  const statuses: Attack['statuses'] = {}
  let requests = 0
  let over = false

  const open = (first: string) => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => undefined)
    if (first) socket.write(first)
    sockets.push(socket)
  }
  for (let nth = 0; nth < IDLE; nth += 1) open('')
  for (let nth = 0; nth < DRIPPING; nth += 1) {
    open(nth % 2 === 0 ? 'GET /api/v1/home HTTP/1.1\r\nHost: x\r\n' : 'POST /api/v1/auth/wechat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{') // prettier-ignore
  }
  const dripping = (async () => {
    while (!over) {
      for (const socket of sockets.slice(IDLE)) if (socket.writable) socket.write('a')
      await sleep(500)
    }
  })()

  const send = async ({ path, method, body, encoding }: Order) => {
    requests += 1
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(encoding && { 'content-encoding': encoding }) },
      ...(body !== undefined && { body: body as BodyInit }),
    }).catch(() => null)
    await answer?.arrayBuffer().catch(() => null)
    if (answer) statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
  }
  const sending = (async () => {
    for (let nth = 0; !over; nth += 1) {
      await send(ORDERS[nth % ORDERS.length]!)
      await sleep(20)
    }
  })()

  return {
    end: async () => {
      over = true
      await Promise.all([dripping, sending])
      for (const socket of sockets) socket.destroy()
      return { connections: sockets.length, requests, statuses }
    },
  }
}

const [url = ''] = process.argv.slice(2)
let attack: ReturnType<typeof hostile> | null = null

async function obey(order: unknown): Promise<void> {
  if (order === 'attack') attack = hostile(url)
  else process.send?.(await attack?.end())
}

setPriority(LOW_PRIORITY)
process.on('message', order => void obey(order))
process.send?.('ready')

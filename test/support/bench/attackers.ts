import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { lowerPriority } from '../../../server/platform/worker/priority'
import type { AttackDone, AttackName, AttackOrder } from './attack'

/**
 * Attackers as a process of their own, with less right to this machine's processors than the server has: real ones are elsewhere. Each
 * has an address of its own of the loopback network (127.0.2.x), so that limits count it for itself.
 */

const DEEP = 500_000
const NESTED = Buffer.from(`${'['.repeat(DEEP)}${']'.repeat(DEEP)}`)
/** The 1,006 bytes of the finding: half a million levels. */
const PACKED = gzipSync(NESTED)
const MANY = Buffer.from(`[${'{},'.repeat(349_000)}{}]`)

interface Cheap {
  path: string
  headers: Record<string, string>
  body: Buffer
}

const packed: Cheap = { path: '/api/v1/nope', headers: { 'content-encoding': 'gzip' }, body: PACKED }
const nested: Cheap = { path: '/api/v1/auth/wechat', headers: {}, body: NESTED }
const many: Cheap = { path: '/api/v1/auth/refresh', headers: {}, body: MANY }

const BODIES: Record<AttackName, Cheap> = {
  'packed-one': packed,
  'packed-fifty': packed,
  'nested-one': nested,
  'nested-eight': nested,
  'many-four': many,
}

/** The status of the answer; 0 when the connection was cut. */
const answered = (url: string, { path, headers, body }: Cheap, agent: Agent): Promise<number> =>
  new Promise(resolve => {
    const own = {
      'content-type': 'application/json',
      'content-length': String(body.length),
      'idempotency-key': randomUUID(),
      ...headers,
    }
    request(`${url}${path}`, { method: 'POST', agent, headers: own }, answer => {
      answer.resume().once('close', () => resolve(answer.statusCode ?? 0))
    })
      .once('error', () => resolve(0))
      .end(body)
  })

const addressOf = (nth: number): string => `127.0.2.${nth + 1}`

/** Sends at a fixed rate, whether or not earlier ones were answered; what finds no free connection waits for one. */
async function attack({ url, name, addresses, connections, perSecond, milliseconds }: AttackOrder) {
  const each = Math.max(1, Math.ceil(connections / addresses))
  const agents = Array.from(
    { length: addresses },
    (_, nth) => new Agent({ keepAlive: true, maxSockets: each, localAddress: addressOf(nth) }),
  )
  const statuses: AttackDone['statuses'] = {}
  const begun = performance.now()
  let sent = 0
  let answers = 0
  while (performance.now() - begun < milliseconds) {
    const due = ((performance.now() - begun) / 1000) * perSecond
    for (; sent < due; sent += 1) {
      void answered(url, BODIES[name], agents[sent % addresses]!).then(status => {
        statuses[status] = (statuses[status] ?? 0) + 1
        answers += 1
      })
    }
    await sleep(4)
  }
  const done = { sent, answers, statuses: { ...statuses } }
  for (const agent of agents) agent.destroy()
  return done
}

lowerPriority()
process.on('message', (order: AttackOrder) => void attack(order).then(done => process.send?.(done)))

import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { lowerPriority } from '../../../server/platform/worker/priority'
import type { Attack } from './startHostile'

/**
 * Attackers as a process of their own, with less right to this machine's processors than the server has: real ones are elsewhere, and
 * what they spend on their own bombs is no fault of the server's. Waits for `attack` and `rest`; see startHostile.
 */

const IDLE = 150
/** Senders of what is too much, at the same time. */
const LANES = 3
const DRIPPING = 100
/** Of the sheet: what it is said to be. */
const TABLE_OF = { org: 'V1', period: '2026-10', table: 'money' }
const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
const BIG = Buffer.from(`{"code":"${'甲'.repeat(3_500_000)}"}`)
/** A megabyte of zeros a kilobyte, nine times over. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024))
const SLOW_WORDS = `${'a'.repeat(190)}!`

/** A sheet of a million rows, as somebody with a post hands it in. */
const ROWS = 1_000_000
const part = (xml: string) => Buffer.from(xml)
const sheetOf = (rows: number): Buffer => {
  const cells = Array.from({ length: rows }, (_, nth) => `<row><c><v>${nth}</v></c></row>`).join('')
  const parts = {
    '[Content_Types].xml': part('<Types/>'),
    'xl/workbook.xml': part('<workbook xmlns:r="r"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': part('<Relationships><Relationship Id="r1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': part(`<worksheet><sheetData>${cells}</sheetData></worksheet>`),
  } // prettier-ignore
  return Buffer.from(zipSync(parts, { level: 1 }))
}

const SHEET = sheetOf(ROWS)

interface Order {
  path: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body: Buffer
}

const [url = '', token = '', itemId = ''] = process.argv.slice(2)

/** The sheet as a form, ready to be sent: an attacker makes it once. */
function sheetIn(path: string, fields: Record<string, string>): Order {
  const boundary = 'hostile'
  const named = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `${named.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="x.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return {
    method: 'POST',
    path,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body: Buffer.concat([Buffer.from(head), SHEET, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}

const said = (body: string | Buffer, headers: Record<string, string> = {}): Order => ({
  method: 'POST',
  path: '/api/v1/auth/wechat',
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(body),
})

const asked = (path: string): Order => ({ method: 'GET', path, headers: {}, body: Buffer.alloc(0) })

/** Requests that are too much, each in its way. */
const ORDERS: readonly Order[] = [
  sheetIn(`/api/v1/catalogue-items/${itemId}/table`, TABLE_OF),
  said(BIG),
  said(DEEP),
  sheetIn('/api/v1/orgs/V1/catalogues/drafts', { area: '村务公开' }),
  said(`{"code":${DEEP}}`),
  said(BOMB, { 'content-encoding': 'gzip' }),
  sheetIn('/api/v1/orgs/V1/powers/read', {}),
  asked(`/api/v1/orgs/V1/notices?limit=${'9'.repeat(4_000)}`),
  asked(`/api/v1/search?org=V1&q=${encodeURIComponent(SLOW_WORDS.repeat(20))}`),
  asked(`/api/v1/orgs/V1/notices?cursor=${'%00'.repeat(500)}`),
]

/** The status of the answer, null when the connection was cut before one came. */
const answered = ({ method, path, headers, body }: Order, agent: Agent): Promise<number | null> =>
  new Promise(resolve => {
    const own = { ...headers, 'content-length': String(body.length), 'idempotency-key': randomUUID() }
    request(`${url}${path}`, { method, agent, headers: own }, answer => {
      answer.resume().once('close', () => resolve(answer.statusCode ?? null))
    })
      .once('error', () => resolve(null))
      .end(body)
  })

/** Attacks a server from all sides until `end`: slow headers, slow bodies, idle connections, requests that are too much. */
function hostile(): { end(): Promise<Attack> } {
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

  const agent = new Agent({ keepAlive: true })
  const send = async (order: Order) => {
    requests += 1
    const status = await answered(order, agent)
    if (status !== null) statuses[status] = (statuses[status] ?? 0) + 1
  }
  const lane = async (from: number) => {
    for (let nth = from; !over; nth += 1) {
      await send(ORDERS[nth % ORDERS.length]!)
      await sleep(20)
    }
  }
  const sending = Promise.all(Array.from({ length: LANES }, (_, nth) => lane(nth * 3)))

  return {
    end: async () => {
      over = true
      await Promise.all([dripping, sending])
      for (const socket of sockets) socket.destroy()
      agent.destroy()
      return { connections: sockets.length, requests, statuses }
    },
  }
}

let attack: ReturnType<typeof hostile> | null = null

async function obey(order: unknown): Promise<void> {
  if (order === 'attack') attack = hostile()
  else process.send?.(await attack?.end())
}

lowerPriority()
process.on('message', order => void obey(order))
process.send?.('ready')

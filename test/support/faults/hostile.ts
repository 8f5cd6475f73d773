import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import type { Attack } from './startHostile'

/**
 * Attackers as a process of their own, with less right to this machine's processors than the server has: real ones are elsewhere, and
 * what they spend on their own bombs is no fault of the server's. Waits for `attack` and `rest`; see startHostile.
 */

const LOW_PRIORITY = 10
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

function formWith(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(SHEET)]), '发放表.xlsx')
  return form
}

type Order = { path: string; method: 'GET' | 'POST'; body?: string | Buffer | FormData; encoding?: string }

const [url = '', token = '', itemId = ''] = process.argv.slice(2)

/** Requests that are too much, each in its way. */
const ORDERS: readonly Order[] = [
  { method: 'POST', path: `/api/v1/catalogue-items/${itemId}/table`, body: formWith(TABLE_OF) },
  { method: 'POST', path: '/api/v1/auth/wechat', body: BIG },
  { method: 'POST', path: '/api/v1/auth/wechat', body: DEEP },
  { method: 'POST', path: '/api/v1/orgs/V1/list/import', body: formWith({ version: '0' }) },
  { method: 'POST', path: '/api/v1/auth/wechat', body: `{"code":${DEEP}}` },
  { method: 'POST', path: '/api/v1/auth/wechat', body: BOMB, encoding: 'gzip' },
  { method: 'POST', path: '/api/v1/orgs/V1/powers/read', body: formWith({}) },
  { method: 'GET', path: `/api/v1/orgs/V1/notices?limit=${'9'.repeat(4_000)}` },
  { method: 'GET', path: `/api/v1/search?org=V1&q=${SLOW_WORDS.repeat(20)}` },
  { method: 'GET', path: `/api/v1/orgs/V1/notices?cursor=${'%00'.repeat(500)}` },
]

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

  const send = async ({ path, method, body, encoding }: Order) => {
    requests += 1
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: body instanceof FormData ? { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() } : { 'content-type': 'application/json', ...(encoding && { 'content-encoding': encoding }) }, // prettier-ignore
      ...(body !== undefined && { body: body as BodyInit }),
    }).catch(() => null)
    await answer?.arrayBuffer().catch(() => null)
    if (answer) statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
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
      return { connections: sockets.length, requests, statuses }
    },
  }
}

let attack: ReturnType<typeof hostile> | null = null

async function obey(order: unknown): Promise<void> {
  if (order === 'attack') attack = hostile()
  else process.send?.(await attack?.end())
}

setPriority(LOW_PRIORITY)
process.on('message', order => void obey(order))
process.send?.('ready')

import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { ErrorBody } from '@shared/contract/common'
import { CONTRACT } from '@shared/contract'
import { type Answer, type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, ITEMS, financeContent, tokenOf } from '../../support/api/world'

/** What a request costs is known before work is done for it. */
let server: TestServer

const LIMIT = 5

beforeAll(async () => {
  server = await startTestServer('cost', undefined, { RATE_BODY: String(LIMIT), TRUST_PROXY: '1' })
  await buildWorld(server.db)
})
afterAll(() => server.close())

const codeOf = ({ status, body }: Answer) => [status, (body as ErrorBody).error?.code]
const DEEP = `${'['.repeat(500_000)}${']'.repeat(500_000)}`
let visitors = 0
const newAddress = () => `203.0.113.${(visitors += 1)}`

/** Sends a body as it is, from an address. */
function send(
  path: string,
  body: Buffer | string,
  { from = newAddress(), ...headers }: { from?: string } & Record<string, string> = {},
): Promise<Answer & { sent: number }> {
  const all = { 'Content-Type': 'application/json', 'X-Forwarded-For': from, 'Idempotency-Key': randomUUID(), ...headers } // prettier-ignore
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}/api/v1${path}`, { method: 'POST', headers: all }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString()
        const status = answer.statusCode ?? 0
        resolve({ status, text, headers: new Headers(), body: JSON.parse(text), sent: asked.socket?.bytesWritten ?? 0 })
      })
    }) // prettier-ignore
    asked.on('error', reject)
    asked.end(body)
  })
}

const GZIP = { 'Content-Encoding': 'gzip' }

test('an address that does not exist reads no body', async () => {
  const parse = jest.spyOn(JSON, 'parse')
  expect(codeOf(await send('/nope', gzipSync(DEEP), GZIP))).toEqual([404, 'not-found'])
  const parsed = parse.mock.calls.filter(([text]) => String(text).startsWith('[['))
  parse.mockRestore()
  expect(parsed).toEqual([])
})

test('an encoded body is refused, not decoded', async () => {
  expect(codeOf(await send('/auth/wechat', gzipSync(DEEP), GZIP))).toEqual([415, 'encoded-body'])
  const plain = await send('/auth/wechat', '{}', { 'Content-Encoding': 'identity' })
  expect(codeOf(plain)).toEqual([400, 'invalid-request'])
})

test('without a login a body is not read', async () => {
  expect(codeOf(await send('/notices', DEEP))).toEqual([401, 'login-required'])
  expect(codeOf(await send('/notices', DEEP, { Authorization: 'Bearer a.b.c' }))).toEqual([
    401,
    'token-invalid',
  ])
})

test('depth and values are counted before anything is parsed', async () => {
  const Authorization = `Bearer ${tokenOf(server, 'editor')}`
  const parse = jest.spyOn(JSON, 'parse')
  const [deep, many] = [
    await send('/notices', DEEP, { Authorization }),
    await send('/notices', `[${'{},'.repeat(300_000)}{}]`, { Authorization }),
  ]
  const large = parse.mock.calls.filter(([text]) => String(text).length > 100_000)
  parse.mockRestore()
  expect([codeOf(deep), codeOf(many), large]).toEqual([[400, 'body-too-deep'], [400, 'body-too-many'], []])
})

test('16 kB are enough for everything but drafts and long lists', async () => {
  const long = JSON.stringify({ code: 'x'.repeat(17_000) })
  expect(codeOf(await send('/auth/wechat', long))).toEqual([413, 'body-too-large'])
  expect(codeOf(await send('/auth/wechat', long, { 'Transfer-Encoding': 'chunked' }))).toEqual([413, 'body-too-large']) // prettier-ignore
  const content = { ...financeContent(), title: '长'.repeat(7_000) }
  const body = JSON.stringify({ orgCode: 'V1', itemId: ITEMS.finance._id, content })
  const draft = await send('/notices', body, { Authorization: `Bearer ${tokenOf(server, 'editor')}` })
  expect(codeOf(draft)).toEqual([400, 'invalid-request'])
  const large = Object.entries(CONTRACT).filter(([, endpoint]) => 'large' in endpoint)
  expect(large.every(([, endpoint]) => 'body' in endpoint && !('upload' in endpoint))).toBe(true)
})

test('refused bodies count against their address; above the limit none is read, and others notice nothing', async () => {
  const from = newAddress()
  for (let nth = 0; nth < LIMIT; nth += 1) {
    expect(codeOf(await send('/auth/wechat', '{"code":', { from }))).toEqual([400, 'bad-json'])
  }
  const parse = jest.spyOn(JSON, 'parse')
  expect(codeOf(await send('/auth/wechat', '{"code":"never read"}', { from }))).toEqual([429, 'rate-limited'])
  const parsed = parse.mock.calls.filter(([text]) => String(text).includes('never read'))
  parse.mockRestore()
  expect(parsed).toEqual([])
  expect((await send('/auth/wechat', '{"code":"x"}')).status).not.toBe(429)
  const reading = await server.ask('GET', '/orgs/V1', { headers: { 'X-Forwarded-For': from } })
  expect(reading.status).toBe(200)
})

test('a body that is well-formed but wrong does not count', async () => {
  const from = newAddress()
  for (let nth = 0; nth < LIMIT + 2; nth += 1) {
    expect(codeOf(await send('/auth/wechat', '{"unknown":1}', { from }))).toEqual([400, 'invalid-request'])
  }
})

const FILE = [
  '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n',
  'x'.repeat(2_000_000),
  '\r\n--b--\r\n',
].join('')

test.each(['/orgs/V1/files', '/orgs/V1/roster', '/orgs/V1/catalogues/drafts', '/orgs/V1/powers/read'])(
  'a person who may not upload to %s is refused before the file is read',
  async path => {
    const spooled = jest.spyOn(fs, 'open')
    const answer = await send(path, FILE, {
      'Content-Type': 'multipart/form-data; boundary=b',
      Authorization: `Bearer ${tokenOf(server, 'newcomer')}`,
    })
    expect(codeOf(answer)).toEqual([403, 'forbidden'])
    expect(spooled).not.toHaveBeenCalled()
    spooled.mockRestore()
  },
)

test.each([
  '/../x',
  '/js/..%5c..%5c..%5cetc%5cpasswd',
  '/..%2f..%2fetc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/js/..%5c..',
  '/....//x.js',
])('a path that leads out of the site, %s, is not found and leaves no error in the log', async path => {
  const before = server.logged.length
  const { status } = await new Promise<{ status: number }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    request({ hostname, port, path, headers: { 'X-Forwarded-For': newAddress() } }, answer =>
      answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0 })),
    )
      .on('error', reject)
      .end()
  })
  expect([400, 404]).toContain(status)
  expect(server.logged.slice(before).filter(line => line.includes('unexpected error'))).toEqual([])
})

test('one kind of unexpected error fills no disk: twenty lines a minute, the last says that more came', async () => {
  const broken = jest.spyOn(server.services.clientErrors, 'take').mockImplementation(() => {
    throw new Error('broken again')
  })
  const body = JSON.stringify({ kind: 'script', platform: 'h5', message: 'x', page: 'y' })
  const answers = []
  for (let nth = 0; nth < 40; nth += 1) answers.push(await send('/client-errors', body))
  broken.mockRestore()
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([500]))
  const lines = server.logged.filter(line => line.includes('broken again'))
  expect([lines.length, lines.at(-1)?.includes('"more":true')]).toEqual([20, true])
})

import { request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import type { ErrorBody, Issue } from '@shared/contract/common'
import { type Asking, type TestServer, startTestServer } from '../../support/api/testServer'
import { ITEMS, buildWorld, clearNotices, financeContent, tokenOf } from '../../support/api/world'
import { Notices } from '@server/disclosure/notices/models/notices'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('http', undefined, { RATE_LOGIN: '20' })
  await buildWorld(server.db)
})
beforeEach(() => clearNotices(server.db))
afterAll(() => server.close())

const errorOf = (body: unknown) => (body as ErrorBody).error
const post = (asking: Asking) =>
  server.ask('POST', '/notices', { token: tokenOf(server, 'editor'), ...asking })
const sound = () => ({ orgCode: 'V1', itemId: ITEMS.finance._id, content: financeContent() })

/** Sends bytes as they are; `fetch` would not let some of these out. */
function rawRequest(path: string, headers: Record<string, string>, body: Buffer | string = '') {
  return new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
    const sent = request(new URL(path, server.url), { method: body ? 'POST' : 'GET', headers }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('metrics', () => {
  const counted = (text: string, name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])

  it('tells this machine how requests, the store and its work stand, in the text format of Prometheus', async () => {
    await server.ask('GET', '/orgs/V1')
    await server.ask('GET', '/no-such-place')
    const { status, headers, text } = await server.ask('GET', `${server.url}/metrics`)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    const route = '\\{method="GET",route="/api/v1/orgs/:code",status="200"\\}'
    expect(counted(text, `mingbai_http_requests_total${route}`)).toBeGreaterThan(0)
    expect(counted(text, 'mingbai_store_up')).toBe(1)
    expect(counted(text, 'mingbai_ledger_entries')).toBeGreaterThanOrEqual(0)
    expect(counted(text, 'mingbai_jobs_late_seconds')).toBeGreaterThanOrEqual(0)
    expect(counted(text, 'mingbai_holiday_days_left')).toBe(41)
    expect(text).not.toContain('no-such-place')
    const lines = text.split('\n').filter(line => line !== '')
    for (const line of lines) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? [\d.e+-]+)$/)
    const buckets = lines.filter(line =>
      /_bucket\{le="[^"]+",method="GET",route="\/api\/v1\/orgs\/:code"/.test(line),
    )
    const counts = buckets.map(line => Number(line.split(' ').at(-1)))
    expect(counts).toHaveLength(12)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
  })

  it('measures the process: event loop, garbage collection, handles, memory; no scrape resets what another one reads', async () => {
    const scrape = async () => (await server.ask('GET', `${server.url}/metrics`)).text
    const until = performance.now() + 200
    while (performance.now() < until);
    await new Promise(resolve => setTimeout(resolve, 50))
    const [first, second] = [await scrape(), await scrape()]
    for (const name of [
      'process_resident_memory_bytes',
      'nodejs_heap_size_used_bytes',
      'nodejs_active_handles_total',
    ]) {
      expect(counted(first, name)).toBeGreaterThan(0)
    }
    expect(first).toMatch(/^nodejs_gc_duration_seconds_count\{kind="minor"\} \d+$/m)
    const lag = 'nodejs_eventloop_lag_p99_seconds'
    expect(counted(first, lag)).toBeGreaterThan(0)
    expect(counted(second, lag)).toBeGreaterThanOrEqual(counted(first, lag) / 2)
    expect(first.match(/^nodejs_eventloop_lag\w*/gm)).toEqual([lag])
  })

  it('is not there for whoever comes by a proxy', async () => {
    for (const name of ['X-Forwarded-For', 'Forwarded']) {
      const answer = await server.ask('GET', `${server.url}/metrics`, { headers: { [name]: '203.0.113.9' } })
      expect([answer.status, errorOf(answer.body).code]).toEqual([404, 'not-found'])
    }
  })
})

test('the papers of the interface are served for machines and for people, each under its own kind', async () => {
  const json = await server.ask('GET', `${server.url}/api/v1/openapi.json`)
  expect([json.status, json.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  expect(json.body).toMatchObject({ openapi: '3.1.0' })
  const page = await server.ask('GET', `${server.url}/api/docs`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.text).toMatch(/^<!doctype html>/)
  expect(page.text).not.toContain('<script')
  for (const { headers } of [json, page]) {
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  }
})

describe('one error shape', () => {
  const expectShape = (answer: { body: unknown; text: string }) => {
    expect(errorOf(answer.body)).toEqual({
      code: expect.stringMatching(/^[a-z-]+$/),
      message: expect.stringMatching(/[一-龥].*[。！]$/u),
      details: expect.any(Array),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(answer.text).not.toMatch(/\bat \w+.*:\d+:\d+|node_modules|\/server\//)
  }

  test.each([
    ['unknown address', 'GET', '/nowhere', 404, 'not-found'],
    ['unknown address outside', 'GET', '/api/v2/meta', 404, 'not-found'],
    ['wrong method', 'PUT', '/meta', 405, 'method-not-allowed'],
    ['unknown method', 'PROPFIND', '/meta', 405, 'method-not-allowed'],
    ['broken escape', 'GET', '/orgs/%E0%A4%A', 400, 'invalid-request'],
    ['malformed code', 'GET', '/orgs/..%2f..%2fetc', 400, 'invalid-request'],
    ['unknown organisation', 'GET', '/orgs/NOWHERE', 404, 'org-not-found'],
    ['malformed id', 'GET', '/notices/1', 400, 'invalid-request'],
    ['unknown notice', 'GET', '/notices/ntc_00000000', 404, 'notice-not-found'],
  ])('%s', async (_name, method, path, status, code) => {
    const answer = await server.ask(method, path)
    expect([answer.status, errorOf(answer.body).code]).toEqual([status, code])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expectShape(answer)
  })

  test('an unexpected error shows a request id and nothing else, and is logged with its stack', async () => {
    const now = server.services.clock.now()
    const broken = jest.spyOn(server.services.clock, 'now').mockImplementation(() => {
      throw new Error('secret inner detail')
    })
    // The head of every answer has the time; what is asked after that finds the clock broken.
    broken.mockImplementationOnce(() => now)
    const answer = await server.ask('GET', '/meta')
    broken.mockRestore()
    expect([answer.status, errorOf(answer.body).code]).toEqual([500, 'internal'])
    expectShape(answer)
    expect(answer.text).not.toContain('secret inner detail')
    const line = server.logged.find(one => one.includes('secret inner detail'))
    expect(line).toContain(errorOf(answer.body).requestId)
  })
})

describe('bodies', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

  test.each([
    ['broken JSON', { raw: '{"orgCode": "V1", ' }, 400, 'bad-json'],
    ['not an object', { raw: '"text"' }, 400, 'bad-json'],
    ['nested 21 levels deep', { raw: `{"a":${deep(21)}}` }, 400, 'body-too-deep'],
    ['nested 100,000 levels deep', { raw: `{"a":${deep(100_000)}}` }, 400, 'body-too-deep'],
    ['more than 1 MB', { raw: JSON.stringify({ a: 'x'.repeat(1_100_000) }) }, 413, 'body-too-large'],
    ['a prototype key', { raw: '{"__proto__": {"admin": true}}' }, 400, 'forbidden-key'],
    [
      'a constructor key, deep',
      { raw: '{"content": {"constructor": {"prototype": {}}}}' },
      400,
      'forbidden-key',
    ],
    [
      'another type',
      { raw: 'a=1', headers: { 'Content-Type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    [
      'a form',
      { raw: 'a=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-media-type',
    ],
  ])('%s', async (_name, asking, status, code) => {
    const answer = await post(asking)
    expect([answer.status, errorOf(answer.body).code]).toEqual([status, code])
  })

  test('GB18030 instead of UTF-8', async () => {
    const headers = {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${tokenOf(server, 'editor')}`,
      'Idempotency-Key': 'key-encoding-1',
    }
    const bytes = Buffer.concat([
      Buffer.from('{"orgCode":"'),
      Buffer.from([0xb2, 0xd0, 0xd4]),
      Buffer.from('"}'),
    ])
    const answer = await rawRequest('/api/v1/notices', headers, bytes)
    expect([answer.status, errorOf(JSON.parse(answer.body.toString())).code]).toEqual([400, 'bad-encoding'])
  })

  test('every fault of the request is told at once, with field, row and a Chinese sentence', async () => {
    const body = {
      ...sound(),
      orgCode: 'kleine-buchstaben',
      extra: 1,
      content: {
        title: '',
        period: '2026-13',
        blocks: [
          {
            type: 'money',
            openingFen: 1.5,
            closingFen: '7',
            lines: [{ date: '2026-02-30', direction: 'sideways', item: '甲', amountFen: -5, price: 1 }],
          },
          { type: 'video' },
        ],
      },
    }
    const { status, body: answer } = await post({ body })
    expect([status, errorOf(answer).code]).toEqual([400, 'invalid-request'])
    const told: Record<string, Issue> = Object.fromEntries(
      errorOf(answer).details.map(issue => [issue.field, issue]),
    )
    expect(Object.fromEntries(Object.entries(told).map(([field, issue]) => [field, issue.code]))).toEqual({
      orgCode: 'bad-format',
      extra: 'unknown-field',
      'content.title': 'too-short',
      'content.period': 'bad-format',
      'content.blocks.0.openingFen': 'not-integer',
      'content.blocks.0.closingFen': 'wrong-type',
      'content.blocks.0.lines.0.date': 'bad-format',
      'content.blocks.0.lines.0.direction': 'not-a-choice',
      'content.blocks.0.lines.0.amountFen': 'too-small',
      'content.blocks.0.lines.0.price': 'unknown-field',
      'content.blocks.1.type': 'not-a-choice',
    })
    expect(told['content.blocks.0.lines.0.amountFen']).toMatchObject({
      row: 1,
      message: '第 1 行“金额（单位：分）”太小。',
    })
  })

  test('an empty body: what is required is told', async () => {
    const { body } = await post({})
    expect(errorOf(body).details.map(issue => [issue.field, issue.code])).toEqual([
      ['orgCode', 'required'],
      ['itemId', 'required'],
      ['content', 'required'],
    ])
  })

  test('operators for strings never reach the database', async () => {
    const operators: unknown[] = [
      { $ne: null },
      { $gt: '' },
      { $regex: '.*' },
      { $where: '1' },
      ['V1'],
      { toString: 'V1' },
      null,
      0,
      true,
    ]
    for (const value of operators) {
      for (const change of [
        { orgCode: value },
        { itemId: value },
        { content: { ...financeContent(), period: value } },
        { content: { ...financeContent(), title: value } },
        ...(value === null ? [] : [{ regards: value }]),
      ]) {
        const answer = await post({ body: { ...sound(), ...change } })
        expect([change, answer.status]).toEqual([change, 400])
      }
    }
    for (const query of ['org[$ne]=x&q=a', 'org=V1&q[$regex]=.*', 'org=V1&org=V2&q=a', 'org=V1&q=a&q=b']) {
      expect([query, (await server.ask('GET', `/search?${query}`)).status]).toEqual([query, 400])
    }
    expect(await server.db.of(Notices).countDocuments({})).toBe(0)
  })
})

describe('headers', () => {
  test('nothing from elsewhere, no framing, no sniffing, no mark of the maker', async () => {
    const { headers } = await server.ask('GET', '/meta')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  test('whoever has the answer already gets 304', async () => {
    const first = await server.ask('GET', '/categories')
    const etag = first.headers.get('etag')!
    const again = await rawRequest('/api/v1/categories', { 'If-None-Match': etag })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  test('brotli, then gzip, then plain', async () => {
    const brotli = await rawRequest('/api/v1/categories', { 'Accept-Encoding': 'br, gzip' })
    expect(JSON.parse(brotliDecompressSync(brotli.body).toString())).toHaveProperty('items')
    const plain = await rawRequest('/api/v1/categories', { 'Accept-Encoding': 'identity' })
    expect(plain.body.length).toBeGreaterThan(brotli.body.length * 2)
  })

  test('the sender’s request id is not taken over', async () => {
    const answer = await server.ask('GET', '/meta', { headers: { 'X-Request-Id': 'mine' } })
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('health', () => {
  test('alive and ready', async () => {
    for (const path of ['healthz', 'readyz']) {
      const answer = await fetch(new URL(path, server.url))
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    }
  })
})

test('too many logins: 429 with the time to wait', async () => {
  const answers = []
  for (let index = 0; index < 25; index += 1) {
    answers.push(await server.ask('POST', '/auth/refresh', { body: { refreshToken: 'x'.repeat(43) } }))
  }
  const refused = answers.find(answer => answer.status === 429)
  expect(errorOf(refused?.body).code).toBe('rate-limited')
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('under a clock that was set the engine removes no row for its age', async () => {
  const collections = Object.values(server.db.connection.models)
  const indexes = await Promise.all(collections.map(({ collection }) => collection.indexes()))
  expect(indexes.flat().length).toBeGreaterThan(collections.length)
  expect(indexes.flat().filter(index => 'expireAfterSeconds' in index)).toEqual([])
})

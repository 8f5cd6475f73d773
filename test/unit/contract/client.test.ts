import {
  type HttpAnswer,
  type HttpRequest,
  createClient,
  createKeyring,
  pathTo,
  type HttpUpload,
} from '@shared/client'
import type { NoticePage } from '@shared/contract/reading/site'

const sent: HttpRequest[] = []
const uploads: HttpUpload<string>[] = []
const answer: HttpAnswer = { status: 200, body: {} }

const { api, urlOf } = createClient<string>({
  request: request => {
    sent.push(request)
    return Promise.resolve(answer)
  },
  upload: request => {
    uploads.push(request)
    return Promise.resolve(answer)
  },
  baseUrl: '/api/v1',
  tokens: { load: () => null, save: () => undefined, clear: () => undefined },
})
const key = { idempotencyKey: 'once-0001' }

beforeEach(() => {
  sent.length = 0
  uploads.length = 0
})

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

test('path, query and body come from the key and the input alone', async () => {
  await api('GET /orgs/:code/columns/:key', { params: { code: 'V1', key: 'a/b ?' } })
  await api('GET /search', { query: { org: 'V1', q: '一 & 二', year: undefined, limit: 5 } })
  await api('POST /notices/:id/publish', { params: { id: 'ntc_1' }, body: { version: 3 } }, key)
  await api('POST /me/inbox/read-all', {}, key)
  expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['GET', '/api/v1/orgs/V1/columns/a%2Fb%20%3F', undefined],
    ['GET', '/api/v1/search?org=V1&q=%E4%B8%80%20%26%20%E4%BA%8C&limit=5', undefined],
    ['POST', '/api/v1/notices/ntc_1/publish', '{"version":3}'],
    ['POST', '/api/v1/me/inbox/read-all', '{}'],
  ])
  expect(sent.map(({ headers }) => headers['Idempotency-Key'])).toEqual([undefined, undefined, 'once-0001', 'once-0001']) // prettier-ignore
})

test('a file goes with its fields, those that are there', async () => {
  const params = { code: 'V1' }
  await api('POST /orgs/:code/files', { params, body: { reason: undefined }, file: 'a.pdf' }, key)
  await api('POST /orgs/:code/catalogues/drafts', { params, body: { area: '村务公开' }, file: 'a.csv' }, key)
  await api('POST /orgs/:code/roster', { params, file: 'roll.xlsx' }, key)
  expect(sent).toEqual([])
  expect(uploads.map(({ url, file, fields }) => [url, file, fields])).toEqual([
    ['/api/v1/orgs/V1/files', 'a.pdf', {}],
    ['/api/v1/orgs/V1/catalogues/drafts', 'a.csv', { area: '村务公开' }],
    ['/api/v1/orgs/V1/roster', 'roll.xlsx', undefined],
  ])
  expect(uploads[0]!.headers).not.toHaveProperty('Content-Type')
})

test('addresses of files', () => {
  const query = { year: 2026, format: 'xlsx' } as const
  expect(pathTo('GET /orgs/:code/finance/export', { params: { code: 'V1' }, query })).toBe(
    '/orgs/V1/finance/export?year=2026&format=xlsx',
  )
  expect(urlOf('GET /files/:sha256', { params: { sha256: 'ab' } })).toBe('/api/v1/files/ab')
})

/** Never run: what must not compile. */
export const refusedByTypes = async (): Promise<true> => {
  // @ts-expect-error no such endpoint
  await api('GET /notices/:id/nothing', { params: { id: 'x' } })
  // @ts-expect-error the path's parameter is missing
  await api('GET /notices/:id', {})
  // @ts-expect-error the parameter has another name
  await api('GET /notices/:id', { params: { code: 'x' } })
  // @ts-expect-error the body lacks its version
  await api('POST /notices/:id/publish', { params: { id: 'x' }, body: {} }, key)
  // @ts-expect-error the version is a number
  await api('POST /notices/:id/publish', { params: { id: 'x' }, body: { version: '1' } }, key)
  // @ts-expect-error a write needs its Idempotency-Key
  await api('POST /notices/:id/publish', { params: { id: 'x' }, body: { version: 1 } })
  // @ts-expect-error a query that the endpoint does not take
  await api('GET /orgs', { query: { q: 'x' } })
  // @ts-expect-error none of the query's choices
  await api('GET /orgs/:code/cases', { params: { code: 'V1' }, query: { show: 'all' } })
  // @ts-expect-error the file is missing
  await api('POST /orgs/:code/roster', { params: { code: 'V1' } }, key)
  // @ts-expect-error a file is no JSON
  await api('GET /files/:sha256', { params: { sha256: 'x' } })
  // @ts-expect-error JSON is no file
  pathTo('GET /notices/:id', { params: { id: 'x' } })
  const page = await api('GET /notices/:id', { params: { id: 'x' } })
  const derived: Same<typeof page, NoticePage> = true
  // @ts-expect-error the answer has no such field
  void page.nothing
  return derived
}

test('a key is bound to what is sent: the same request keeps it, a changed one and another file get another', async () => {
  let made = 0
  const { keyOf, forget } = createKeyring(() => `key-${(made += 1)}`)
  const keyring = { idempotencyKey: keyOf }
  const publish = (version: number) =>
    api('POST /notices/:id/publish', { params: { id: 'ntc_1' }, body: { version } }, keyring)
  await publish(3)
  await publish(3)
  await publish(4)
  await publish(3)
  await api('POST /me/inbox/read-all', {}, keyring)
  forget()
  await publish(3)
  const keys = () => sent.map(({ headers }) => headers['Idempotency-Key'])
  expect(keys()).toEqual(['key-1', 'key-1', 'key-2', 'key-1', 'key-3', 'key-4'])
  const params = { code: 'V1' }
  for (const file of ['a.pdf', 'a.pdf', 'b.pdf']) {
    await api('POST /orgs/:code/files', { params, body: {}, file }, keyring)
  }
  expect(uploads.map(({ headers }) => headers['Idempotency-Key'])).toEqual(['key-5', 'key-5', 'key-6'])
})

describe('an answer that is none of the server’s', () => {
  const strange = (body: unknown, status = 200) =>
    createClient({
      request: () => Promise.resolve({ status, body }),
      baseUrl: '/api/v1',
      tokens: { load: () => null, save: () => undefined, clear: () => undefined },
    }).api('GET /orgs')

  test.each([undefined, null, '<html>请登录无线网络</html>', 'ok', 7, []])(
    '%p counts as none',
    async body => {
      await expect(strange(body)).rejects.toMatchObject({
        code: 'unreadable-answer',
        status: 0,
        offline: true,
      })
    },
  )

  test.each([{ error: null }, { error: {} }, { error: { message: 7 } }, '<html>502</html>'])(
    'an error with the body %j has a sentence',
    async body => {
      await expect(strange(body, 502)).rejects.toMatchObject({
        message: expect.stringMatching(/。$/),
        status: 502,
      })
    },
  )

  test('a renewal with such an answer keeps the session', async () => {
    const kept = { access: 'a', refresh: 'r' }
    const saved: unknown[] = []
    const { api: renewing } = createClient({
      request: ({ url }) =>
        Promise.resolve(
          url.endsWith('/auth/refresh') ? { status: 200, body: '<html>' } : { status: 401, body: {} },
        ),
      baseUrl: '',
      tokens: { load: () => kept, save: pair => void saved.push(pair), clear: () => void saved.push(null) },
    })
    await expect(renewing('GET /me')).rejects.toMatchObject({ offline: true })
    expect(saved).toEqual([])
  })
})

test('an address that names nothing is not asked for: it would be that of another endpoint', async () => {
  await expect(api('GET /notices/:id', { params: { id: '' } })).rejects.toMatchObject({ status: 404 })
  await expect(
    api('GET /orgs/:code/powers/:itemCode', { params: { code: 'V1', itemCode: '' } }),
  ).rejects.toMatchObject({ code: 'incomplete-address' })
  expect(sent).toEqual([])
})

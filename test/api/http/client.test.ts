import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { randomUUID } from 'node:crypto'
import { ApiError, type Client, type HttpRequest, type Tokens, createClient } from '@shared/client'
import type { TokenPair } from '@shared/client/call'
import { freshCode } from '../../../server/demo/fakeWechat'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { ITEMS, buildWorld, financeContent } from '../../support/api/world'
import { Users } from '@server/people/accounts/models/users'

let server: TestServer
let sent: HttpRequest[]

beforeAll(async () => {
  server = await startTestServer('client')
  await buildWorld(server.db)
  await server.db.of(Users).updateOne({ openid: 'openid-editor' }, { openid: 'demo-openid-editor' })
})
beforeEach(() => {
  sent = []
})
afterAll(() => server.close())

/** Sends by fetch, as a mini program would by wx.request. */
async function overFetch(request: HttpRequest) {
  sent.push(request)
  const { method, url, headers, body } = request
  const response = await fetch(url, { method, headers, body })
  const text = await response.text()
  return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined }
}

function inMemory(): Tokens & { pair: TokenPair | null } {
  return {
    pair: null,
    load() {
      return this.pair
    },
    save(pair) {
      this.pair = pair
    },
    clear() {
      this.pair = null
    },
  }
}

const clientWith = (tokens: Tokens, request = overFetch): Client =>
  createClient({ request, baseUrl: `${server.url}/api/v1`, tokens })

const login = (client: Client) => client.loginWechat(freshCode('editor', server.services.clock), IN_FORCE.use)
const key = () => ({ idempotencyKey: randomUUID() })

test('reads need no login and send no token', async () => {
  const client = clientWith(inMemory())
  expect((await client.api('GET /orgs/:code', { params: { code: 'V1' } })).name).toBe('东一村')
  expect(
    (
      await client.api('GET /orgs/:code/notices', {
        params: { code: 'V1' },
        query: { category: 'village-finance', limit: 5 },
      })
    ).items,
  ).toEqual([])
  expect((await client.api('GET /search', { query: { org: 'V1', q: '财务 & 收支=?' } })).items).toEqual([])
  expect((await client.api('GET /meta')).name).toBe('明白栏')
  expect(sent.every(request => !request.headers.Authorization)).toBe(true)
})

test('login, work, logout', async () => {
  const tokens = inMemory()
  const client = clientWith(tokens)
  const { me } = await login(client)
  expect(me.abilities).toEqual(['workbench', 'notice-create'])
  expect(await client.api('GET /me')).toEqual(me)
  const form = await client.api('GET /catalogue-items/:id/form', {
    params: { id: ITEMS.finance._id },
    query: { org: 'V1', period: '2026-10' },
  })
  const body = { orgCode: 'V1', itemId: form.item.id, regards: null, content: financeContent() }
  const once = key()
  const made = await client.api('POST /notices', { body }, once)
  expect(await client.api('POST /notices', { body }, once)).toEqual(made)
  expect(
    (await client.api('GET /orgs/:code/work', { params: { code: 'V1' } })).items.map(item => item.id),
  ).toEqual([made.notice.id])
  const handed = await client.api(
    'POST /notices/:id/submit',
    { params: { id: made.notice.id }, body: { version: 1 } },
    key(),
  )
  expect((await client.api('GET /work/:id', { params: { id: made.notice.id } })).notice).toEqual(
    handed.notice,
  )
  await client.logout()
  expect(tokens.pair).toBeNull()
  await expect(client.api('GET /me')).rejects.toMatchObject({ code: 'login-required', status: 401 })
})

test('errors are typed and carry every detail', async () => {
  const tokens = inMemory()
  const client = clientWith(tokens)
  await login(client)
  const content = { ...financeContent('2026-09'), title: '' }
  const refused = client.api(
    'POST /notices',
    { body: { orgCode: 'V1', itemId: ITEMS.finance._id, regards: null, content } },
    key(),
  )
  const error: unknown = await refused.catch((one: unknown) => one)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ code: 'invalid-request', status: 400, details: [{ field: 'content.title' }] })
  expect((error as ApiError).requestId).toMatch(/^[0-9a-f-]{36}$/)
})

test('who logs in anew while the old login is found to have ended stays logged in', async () => {
  const tokens = inMemory()
  tokens.pair = { access: 'ended', refresh: 'ended' }
  const client = clientWith(tokens, async request => {
    if (request.url.endsWith('/auth/refresh')) await login(clientWith(tokens))
    return overFetch(request)
  })
  expect((await client.api('GET /me')).abilities).toContain('workbench')
  expect(tokens.pair.refresh).not.toBe('ended')
})

test('an expired token is renewed once, also when many calls fail at the same time', async () => {
  const tokens = inMemory()
  const client = clientWith(tokens)
  await login(client)
  tokens.pair = { access: 'expired.or.other', refresh: tokens.pair!.refresh }
  const answers = await Promise.all([
    client.api('GET /me'),
    client.api('GET /me'),
    client.api('GET /orgs/:code/work', { params: { code: 'V1' } }),
  ])
  expect(answers[0]).toEqual(answers[1])
  expect(sent.filter(request => request.url.endsWith('/auth/refresh'))).toHaveLength(1)
})

test('when the login is over, the tokens are dropped and the error says so', async () => {
  const tokens = inMemory()
  const client = clientWith(tokens)
  tokens.pair = { access: 'a.b.c', refresh: 'x'.repeat(43) }
  await expect(client.api('GET /me')).rejects.toMatchObject({ code: 'session-ended' })
  expect(tokens.pair).toBeNull()
})

test('without a network: offline; the tokens stay', async () => {
  const tokens = inMemory()
  tokens.pair = { access: 'a.b.c', refresh: 'x'.repeat(43) }
  const client = clientWith(tokens, () => Promise.reject(new Error('no network')))
  const error: unknown = await client.api('GET /me').catch((one: unknown) => one)
  expect(error).toMatchObject({ code: 'offline', offline: true })
  expect(tokens.pair).not.toBeNull()
})

test('an answer that is not ours is an error, not a crash', async () => {
  const client = clientWith(inMemory(), async () => ({ status: 502, body: '<html>' }))
  await expect(client.api('GET /orgs')).rejects.toMatchObject({ code: 'unreadable-answer', status: 502 })
})

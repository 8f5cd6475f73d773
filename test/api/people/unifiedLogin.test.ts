import type { ErrorBody } from '@shared/contract/common'
import type { Session } from '@shared/contract/people/auth'
import type { IdentityVisit, OwnIdentity } from '@shared/contract/people/webLogin'
import type { Meta } from '@shared/contract/reading/site'
import { IdentityFlows } from '@server/people/webLogin/models/identityFlows'
import { type Answer, TEST_NOW, type TestServer, startTestServer } from '../../support/api/testServer'
import { type Person, buildWorld, tokenOf, userId } from '../../support/api/world'
import { type RealProvider, startRealProvider } from '../../support/oidc/realProvider'

/** 统一身份认证 against a real OpenID provider: link by oneself, then login; off without configuration. */
const BASE = 'http://127.0.0.1:9'
const CLIENT = {
  clientId: 'mingbai',
  clientSecret: 'secret-of-the-client',
  redirectUri: `${BASE}/oidc/callback`,
}

let provider: RealProvider
let server: TestServer
let at = new Date(TEST_NOW)

beforeAll(async () => {
  provider = await startRealProvider(CLIENT)
  server = await startTestServer(
    'unified',
    { now: () => at },
    {
      PUBLIC_BASE_URL: BASE,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.clientId,
      OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      OIDC_NAME: '新区统一身份认证',
      RATE_LOGIN: '0',
    },
  )
  await buildWorld(server.db)
})
afterAll(async () => {
  await server.close()
  provider.stop()
})

const post = <Body>(path: string, body: object = {}, token?: string) =>
  server.ask<Body>('POST', path, { body, key: null, ...(token && { token }) })
const said = ({ status, body }: Answer): [number, string] => [status, (body as ErrorBody).error?.code]
const begin = async (path = '/auth/unified', token?: string) =>
  (await post<IdentityVisit>(path, {}, token)).body
const finish = (body: object) => post<Session>('/auth/unified/finish', body)

/** What a browser brings back that was sent for a login and came back as `account`. */
async function back(account: string, visit?: IdentityVisit) {
  const { url, secret } = visit ?? (await begin())
  return { ...(await provider.visit(url, account)), secret }
}

async function link(person: Person, account: string) {
  const token = tokenOf(server, person)
  return post<OwnIdentity>(
    '/me/unified/finish',
    await back(account, await begin('/me/unified', token)),
    token,
  )
}

test('linked by the person, the identity logs in on the web for twelve hours', async () => {
  expect((await server.ask<Meta>('GET', '/meta')).body.unifiedLogin).toBe('新区统一身份认证')
  const { url } = await begin()
  expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    nonce: expect.any(String) as string,
    scope: 'openid',
  })
  expect((await link('editor', 'p-1001')).body).toMatchObject({ mayLink: true, linkedAt: TEST_NOW })
  const login = await finish(await back('p-1001'))
  expect(login.body.me.id).toBe(userId('editor'))
  const { accessToken: token } = login.body
  const logins = await server.ask<{ items: object[] }>('GET', '/me/logins', { token })
  expect(logins.body.items[0]).toMatchObject({
    channel: 'unified',
    current: true,
    endsAt: '2026-11-20T14:00:00.000Z',
  })
  await post('/me/unified/unlink', {}, token)
  expect(said(await finish(await back('p-1001')))).toEqual([403, 'identity-not-linked'])
})

test('never by name: another account of the same name is nobody; an identity has one account, an account one identity', async () => {
  await link('head', 'p-2001')
  expect(said(await finish(await back('p-2002')))).toEqual([403, 'identity-not-linked'])
  expect(said(await link('supervisor', 'p-2001'))).toEqual([409, 'identity-taken'])
  expect(said(await link('head', 'p-2003'))).toEqual([409, 'identity-linked'])
})

test('only staff link; a login by WeChat alone is no reason to', async () => {
  expect(said(await post('/me/unified', {}, tokenOf(server, 'villager')))).toEqual([403, 'forbidden'])
  expect(said(await post('/me/unified'))).toEqual([401, 'login-required'])
})

test('the return is good once, in time, for the browser that was sent and for its purpose', async () => {
  await link('clerk', 'p-3001')
  const returned = await back('p-3001')
  const unknown = [404, 'identity-flow-unknown']
  expect(said(await finish({ ...returned, secret: 'x'.repeat(43) }))).toEqual(unknown)
  expect(said(await finish({ ...returned, state: 'y'.repeat(43) }))).toEqual(unknown)
  const token = tokenOf(server, 'clerk-2')
  expect(said(await post('/me/unified/finish', returned, token))).toEqual(unknown)
  const others = await back('p-3002', await begin('/me/unified', token))
  expect(said(await finish(others))).toEqual(unknown)
  expect(said(await post('/me/unified/finish', others, tokenOf(server, 'clerk')))).toEqual(unknown)
  expect((await finish(returned)).status).toBe(200)
  expect(said(await finish(returned))).toEqual(unknown)
  const late = await back('p-3001')
  at = new Date(at.getTime() + 10 * 60_000)
  expect(said(await finish(late))).toEqual(unknown)
})

test('a foreign code, another verifier, another nonce, another issuer: refused', async () => {
  await link('street-head', 'p-4001')
  const refused = [401, 'identity-refused']
  expect(said(await finish({ ...(await back('p-4001')), code: 'made-up' }))).toEqual(refused)
  const [one, two] = [await back('p-4001'), await back('p-4001')]
  expect(said(await finish({ ...one, code: two.code }))).toEqual(refused)
  expect(said(await finish({ ...(await back('p-4001')), iss: 'https://elsewhere.example' }))).toEqual(refused)
  const nonced = await back('p-4001')
  await server.db.of(IdentityFlows).updateMany({}, { nonce: 'another' })
  expect(said(await finish(nonced))).toEqual(refused)
})

test('a provider that is away is said to be away; the codes of the phone go on', async () => {
  const visit = await back('p-1001')
  provider.stop()
  expect(said(await finish(visit))).toEqual([503, 'identity-unavailable'])
  expect((await post('/auth/tickets')).status).toBe(200)
})

test('off without configuration', async () => {
  const { identity } = server.services
  server.services.identity = null
  expect(said(await post('/auth/unified'))).toEqual([404, 'identity-off'])
  expect((await server.ask<Meta>('GET', '/meta')).body.unifiedLogin).toBeNull()
  server.services.identity = identity
})

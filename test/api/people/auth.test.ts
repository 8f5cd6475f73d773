import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import type { ErrorBody } from '@shared/contract/common'
import type { Me, Session } from '@shared/contract/people/auth'
import jwt from 'jsonwebtoken'
import { freshCode } from '../../../server/demo/fakeWechat'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { Users } from '@server/people/accounts/models/users'
import { newId } from '@server/platform/store/collection'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('auth')
})
afterAll(() => server.close())
afterEach(() => server.wechat.behave('ok'))

const login = (code: string) =>
  server.ask<Session>('POST', '/auth/wechat', { body: { code, agreed: IN_FORCE.use } })
const codeOf = (body: unknown) => (body as ErrorBody).error.code
const me = (token?: string) => server.ask<Me>('GET', '/me', { token })

describe('POST /auth/wechat', () => {
  test('a fresh code gives a session, and the same person is the same user the next time', async () => {
    const first = await login('villager#a1')
    const second = await login('villager#a2')
    expect(first.status).toBe(200)
    expect(first.body.me.id).toBe(second.body.me.id)
    expect(first.body.expiresIn).toBeLessThanOrEqual(7200)
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(first.text).not.toContain('session_key')
  })

  test('two logins of a newcomer at once make one user', async () => {
    const answers = await Promise.all(['b1', 'b2', 'b3', 'b4'].map(nonce => login(`newcomer#${nonce}`)))
    expect(new Set(answers.map(answer => answer.body.me?.id)).size).toBe(1)
  })

  test('a code works once', async () => {
    await login('editor#once')
    const again = await login('editor#once')
    expect([again.status, codeOf(again.body)]).toEqual([401, 'wechat-code-used'])
  })

  test('a forged and an expired code are refused', async () => {
    const forged = await login('NOT A CODE')
    const old = await login(`editor#t${Date.parse('2026-11-20T01:00:00Z')}-aa`)
    for (const answer of [forged, old]) {
      expect([answer.status, codeOf(answer.body)]).toEqual([401, 'wechat-code-invalid'])
    }
  })

  test.each([
    ['busy', 503, 'wechat-unavailable'],
    ['limited', 429, 'wechat-limited'],
    ['blocked', 403, 'wechat-blocked'],
    ['down', 503, 'wechat-unavailable'],
    ['slow', 503, 'wechat-unavailable'],
    ['broken', 503, 'wechat-unavailable'],
    ['lying', 503, 'wechat-unavailable'],
    ['empty', 503, 'wechat-unavailable'],
  ] as const)('WeChat %s: nobody gets in, and the code is tried once', async (mode, status, code) => {
    server.wechat.behave(mode)
    const before = server.wechat.calls()
    const answer = await login(freshCode('editor', server.services.clock))
    expect([answer.status, codeOf(answer.body)]).toEqual([status, code])
    expect(server.wechat.calls() - before).toBe(1)
  })

  test('bad input: no code, another type, an unknown field', async () => {
    for (const body of [{}, { code: 5 }, { code: { $ne: '' } }, { code: 'a', admin: true }]) {
      const answer = await server.ask('POST', '/auth/wechat', { body })
      expect([answer.status, codeOf(answer.body)]).toEqual([400, 'invalid-request'])
    }
  })
})

describe('tokens', () => {
  const { sign } = jwt

  test('a good token is a person', async () => {
    const { body } = await login('audit-admin#t1')
    expect((await me(body.accessToken)).body.id).toBe(body.me.id)
  })

  test('without a token: 401, and how to come by one', async () => {
    const answer = await me()
    expect([answer.status, codeOf(answer.body)]).toEqual([401, 'login-required'])
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })

  test('alg none, another algorithm, a stranger’s key, another audience, another kid, garbage', async () => {
    const { body } = await login('audit-admin#t2')
    const secret = server.services.config.jwtSecret
    const [, payload] = body.accessToken.split('.')
    const { kid } = jwt.decode(body.accessToken, { complete: true })!.header
    const none = `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid })).toString('base64url')}.${payload}.`
    const { sid } = jwt.decode(body.accessToken) as { sid: string }
    const claims = { ver: 0, sid, iat: Math.floor(server.services.clock.now().getTime() / 1000) }
    const base = {
      subject: body.me.id,
      issuer: 'mingbai',
      audience: 'mingbai-api',
      keyid: kid,
      expiresIn: 600,
    }
    const forged = [
      none,
      sign(claims, secret, { ...base, algorithm: 'HS512' }),
      sign(claims, 'x'.repeat(40), base),
      sign(claims, secret, { ...base, audience: 'elsewhere' }),
      sign(claims, secret, { ...base, issuer: 'elsewhere' }),
      sign(claims, secret, { ...base, keyid: 'other' }),
      sign({ sid, iat: claims.iat }, secret, base),
      sign(claims, secret, { subject: base.subject, issuer: base.issuer, audience: base.audience, keyid: kid }), // prettier-ignore
      sign({ ver: 0, iat: claims.iat }, secret, base),
      `${body.accessToken}x`,
      'a.b.c',
      'garbage',
    ]
    for (const token of forged) {
      const answer = await me(token)
      expect([answer.status, codeOf(answer.body)]).toEqual([401, 'token-invalid'])
    }
    expect((await me(sign(claims, secret, base))).status).toBe(200)
  })

  test('an expired token says so', async () => {
    const { body } = await login('audit-admin#t3')
    const { kid } = jwt.decode(body.accessToken, { complete: true })!.header
    const iat = Math.floor(server.services.clock.now().getTime() / 1000) - 7200
    const options = {
      subject: body.me.id,
      issuer: 'mingbai',
      audience: 'mingbai-api',
      keyid: kid,
      expiresIn: 3600,
    }
    const answer = await me(sign({ ver: 0, iat }, server.services.config.jwtSecret, options))
    expect([answer.status, codeOf(answer.body)]).toEqual([401, 'token-expired'])
  })

  test('a raised token version ends every session of the user; a revoked role stops counting at once', async () => {
    const { body } = await login('revoked#1')
    await server.db.of(RoleGrants).create([
      {
        _id: newId('grt'),
        userId: body.me.id,
        role: 'audit-admin',
        orgCode: 'XQ',
        from: new Date('2026-01-01'),
        to: null,
        revokedAt: null,
      },
    ])
    expect((await me(body.accessToken)).body.abilities).toEqual(['audit'])
    await server.db.of(RoleGrants).updateOne({ userId: body.me.id }, { revokedAt: new Date('2026-11-01') })
    expect((await me(body.accessToken)).body.abilities).toEqual([])
    await server.db.of(Users).updateOne({ _id: body.me.id }, { tokenVersion: 1 })
    expect(codeOf((await me(body.accessToken)).body)).toBe('session-ended')
  })
})

describe('refresh and logout', () => {
  const refresh = (refreshToken: string) =>
    server.ask<Session>('POST', '/auth/refresh', { body: { refreshToken } })

  test('a refresh token is replaced; its replay later on ends the whole login', async () => {
    const { body } = await login('refresher#1')
    const next = await refresh(body.refreshToken)
    expect(next.status).toBe(200)
    expect(next.body.refreshToken).not.toBe(body.refreshToken)
    const later = new Date(server.services.clock.now().getTime() + 11_000)
    const clock = jest.spyOn(server.services.clock, 'now').mockImplementation(() => later)
    expect(codeOf((await refresh(body.refreshToken)).body)).toBe('session-reused')
    expect(codeOf((await refresh(next.body.refreshToken)).body)).toBe('session-ended')
    const [entry] = await server.db.of(AuditEntries).find({ action: 'login.reuse' }).lean()
    expect(entry).toMatchObject({
      outcome: 'refused',
      actorId: body.me.id,
      detail: { code: 'session-reused' },
    })
    clock.mockRestore()
  })

  test('of ten refreshes at once with one token each has a token of its own, and nobody is logged out', async () => {
    const { body } = await login('refresher#2')
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(body.refreshToken)))
    expect(answers.map(answer => answer.status)).toEqual(answers.map(() => 200))
    expect(new Set(answers.map(answer => answer.body.refreshToken)).size).toBe(10)
    expect((await me(answers[9]!.body.accessToken)).status).toBe(200)
  })

  test('after a logout the refresh token is dead; a strange token changes nothing', async () => {
    const { body } = await login('refresher#3')
    const out = await server.ask('POST', '/auth/logout', { body: { refreshToken: body.refreshToken } })
    expect([out.status, out.body]).toEqual([200, { loggedOut: true }])
    expect(codeOf((await refresh(body.refreshToken)).body)).toBe('session-ended')
    expect(codeOf((await refresh('x'.repeat(43))).body)).toBe('session-ended')
  })
})

test('no secret and no token stands in the log', () => {
  const log = server.logged.join('\n')
  expect(log).not.toContain('eyJ')
  expect(log).not.toContain(server.services.config.wechat.secret)
})

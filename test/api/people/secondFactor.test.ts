import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import type { FactorSecret, Me, RecoveryCodes, Session } from '@shared/contract/people/auth'
import type { ErrorBody } from '@shared/contract/common'
import { Secret, TOTP } from 'otpauth'
import { createClock } from '../../../server/platform/clock'
import { demoOpenid } from '../../../server/demo/fakeWechat'
import { type Answer, TEST_NOW, type TestServer, startTestServer } from '../../support/api/testServer'
import { type Person, buildWorld, tokenOf, userId } from '../../support/api/world'
import { Users } from '@server/people/accounts/models/users'
import { SecondFactors } from '@server/people/accounts/models/secondFactors'
import { IdempotencyKeys } from '@server/platform/idempotency/idempotencyKeys'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { Logins } from '@server/people/accounts/models/logins'

let server: TestServer
let at = new Date(TEST_NOW)
const clock = { now: () => at }
const later = (seconds: number) => {
  at = new Date(at.getTime() + seconds * 1000)
}

/** Everybody logs in by WeChat here: the world's openids are made the fake WeChat's. */
async function start(purpose: string, settings: Record<string, string>) {
  server = await startTestServer(purpose, clock, settings)
  await buildWorld(server.db)
  const rows = await server.db.of(Users).find({}).lean()
  for (const { _id, openid } of rows) {
    await server.db.of(Users).updateOne({ _id }, { openid: demoOpenid(openid.replace('openid-', '')) })
  }
}
beforeEach(() => {
  at = new Date(createClock(TEST_NOW).now())
})

let nonce = 0
const logIn = async (person: Person) =>
  (
    await server.ask<Session>('POST', '/auth/wechat', {
      body: { code: `${person}#n${(nonce += 1)}`, agreed: IN_FORCE.use },
    })
  ).body
const post = <Body>(path: string, token: string, body?: unknown) =>
  server.ask<Body>('POST', path, { token, body, key: null })
const enrol = (token: string) => post<FactorSecret>('/auth/second-factor/enrol', token)
const verify = (token: string, code: string) => post<Me>('/auth/second-factor/verify', token, { code })
const newCodes = (token: string) => post<RecoveryCodes>('/auth/second-factor/recovery-codes', token, {})
const recover = (token: string, code: string) => post<Me>('/auth/second-factor/recover', token, { code })
const codeAt = (secret: string, seconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() + seconds * 1000 })
const work = (token: string) => server.ask('GET', '/orgs/V1/work', { token })
const said = ({ status, body }: Answer): [number, string] => [status, (body as ErrorBody).error?.code]

/** Enrols a person who has none yet; the code's step is used up. */
async function enrolled(person: Person): Promise<{ token: string; secret: string }> {
  const { accessToken: token } = await logIn(person)
  const { secret } = (await enrol(token)).body
  expect((await verify(token, codeAt(secret))).status).toBe(200)
  later(60)
  return { token, secret }
}
const wrongFor = (secret: string) => {
  const near = [-60, -30, 0, 30, 60].map(seconds => codeAt(secret, seconds))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(code => !near.includes(code))!
}

describe('required, as in production', () => {
  beforeAll(() => start('factor', { SECOND_FACTOR: 'required' }))
  afterAll(() => server.close())

  test('staff roles count only after the code; the answer says what to do', async () => {
    const { accessToken, me } = await logIn('editor')
    expect(me).toMatchObject({ secondFactor: 'enrol', staff: true, roles: [], abilities: [] })
    const refused = await work(accessToken)
    expect(said(refused)).toEqual([403, 'second-factor-required'])
    expect(refused.text).toContain('动态码')
    const { body, headers } = await enrol(accessToken)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body.url).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&.*algorithm=SHA1&digits=6&period=30/)
    expect(said(await work(accessToken))).toEqual([403, 'second-factor-required'])
    const verified = await verify(accessToken, codeAt(body.secret))
    expect(verified.body).toMatchObject({ secondFactor: 'given', roles: [{ role: 'editor' }] })
    expect((await work(accessToken)).status).toBe(200)
  })

  test('what no second factor would allow is plainly forbidden; villagers and readers notice nothing', async () => {
    const { accessToken } = await logIn('sister-editor')
    expect(said(await work(accessToken))).toEqual([403, 'forbidden'])
    const villager = await logIn('villager')
    expect(villager.me).toMatchObject({ secondFactor: 'off', staff: false, roles: [{ role: 'villager' }] })
    expect(said(await enrol(villager.accessToken))).toEqual([403, 'forbidden'])
    expect((await server.ask('GET', '/home?org=V1', { token: accessToken })).status).toBe(200)
  })

  test('each login asks anew, a renewed one does not', async () => {
    const { secret } = await enrolled('head')
    const { accessToken, refreshToken, me } = await logIn('head')
    expect(me.secondFactor).toBe('verify')
    expect(said(await work(accessToken))).toEqual([403, 'second-factor-required'])
    await verify(accessToken, codeAt(secret))
    const renewed = await server.ask<Session>('POST', '/auth/refresh', { body: { refreshToken } })
    expect(renewed.body.me.secondFactor).toBe('given')
    expect((await work(renewed.body.accessToken)).status).toBe(200)
  })

  test('one step early and one late are taken, two are not; a code counts once', async () => {
    const { token, secret } = await enrolled('editor-2')
    for (const drift of [-60, 60]) {
      expect(said(await verify(token, codeAt(secret, drift)))).toEqual([422, 'code-wrong'])
    }
    const late = codeAt(secret, -30)
    expect((await verify(token, late)).status).toBe(200)
    expect(said(await verify(token, late))).toEqual([422, 'code-used'])
    const early = codeAt(secret, 30)
    expect((await verify(token, early)).status).toBe(200)
    expect(said(await verify(token, codeAt(secret)))).toEqual([422, 'code-used'])
  })

  test('of ten rivals with one code one wins', async () => {
    const { token, secret } = await enrolled('supervisor')
    const code = codeAt(secret)
    const answers = await Promise.all(Array.from({ length: 10 }, () => verify(token, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('ten recovery codes, shown once, each good once in place of the app, whatever the typing', async () => {
    const { token } = await enrolled('sister-supervisor')
    const { body, headers } = await newCodes(token)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(new Set(body.codes).size).toBe(10)
    for (const code of body.codes) expect(code).toMatch(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/)
    const stored = JSON.stringify(
      await server.db.of(SecondFactors).findById(userId('sister-supervisor')).lean(),
    )
    for (const code of body.codes) {
      expect(stored).not.toContain(code)
      expect(stored).not.toContain(code.replace('-', ''))
    }
    const { accessToken } = await logIn('sister-supervisor')
    const [first = '', second = ''] = body.codes
    const entered = await recover(accessToken, first.toLowerCase().replace('-', ' '))
    expect(entered.body).toMatchObject({ secondFactor: 'given', recoveryCodesLeft: 9 })
    const other = await logIn('sister-supervisor')
    expect(said(await recover(other.accessToken, first))).toEqual([422, 'recovery-wrong'])
    const renewed = await newCodes(accessToken)
    expect(said(await recover(other.accessToken, second))).toEqual([422, 'recovery-wrong'])
    expect((await recover(other.accessToken, renewed.body.codes[9]!)).status).toBe(200)
  })

  test('no recovery codes before the second factor, nor by it of another; rivals with one code: one wins', async () => {
    const { token } = await enrolled('clerk-2')
    const { codes } = (await newCodes(token)).body
    const fresh = await logIn('clerk-2')
    expect(said(await newCodes(fresh.accessToken))).toEqual([409, 'factor-not-given'])
    const { token: street } = await enrolled('street-head')
    expect(said(await recover(street, codes[0]!))).toEqual([422, 'recovery-wrong'])
    const answers = await Promise.all(Array.from({ length: 6 }, () => recover(fresh.accessToken, codes[0]!)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const untouched = await logIn('other-clerk')
    expect(said(await recover(untouched.accessToken, codes[1]!))).toEqual([409, 'factor-not-enrolled'])
  })

  test('wrong recovery codes count with wrong codes of the app', async () => {
    const { token, secret } = await enrolled('lawyer')
    const wrong = wrongFor(secret)
    const answers = [await verify(token, wrong), await verify(token, wrong)]
    for (let n = 0; n < 3; n += 1) answers.push(await recover(token, 'AAAAA-AAAAA'))
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429])
    expect(said(await verify(token, codeAt(secret)))).toEqual([429, 'factor-locked'])
  })

  test('five wrong codes lock it, also against the right one; time unlocks it', async () => {
    const { token, secret } = await enrolled('supervisor-2')
    const wrong = wrongFor(secret)
    const answers = []
    for (let n = 0; n < 5; n += 1) answers.push(await verify(token, wrong))
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429])
    expect((answers[0]!.body as unknown as ErrorBody).error.message).toBe('动态码不对。还可以试 4 次。')
    expect(Number(answers[4]!.headers.get('retry-after'))).toBe(900)
    expect(said(await verify(token, codeAt(secret)))).toEqual([429, 'factor-locked'])
    later(14 * 60)
    expect(said(await verify(token, codeAt(secret)))).toEqual([429, 'factor-locked'])
    later(2 * 60)
    expect((await verify(token, codeAt(secret))).status).toBe(200)
  })

  test('guesses at the same time are all counted', async () => {
    const { token, secret } = await enrolled('two-hats')
    const wrong = wrongFor(secret)
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(token, wrong)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4)
    expect(said(await verify(token, codeAt(secret)))).toEqual([429, 'factor-locked'])
  })

  test('the security administrator resets it: every login of the person ends, the next one sets up anew', async () => {
    const admin = await enrolled('security-admin')
    const { token } = await enrolled('community-editor')
    expect(said(await enrol(token))).toEqual([409, 'factor-enrolled'])
    const path = `/users/${userId('community-editor')}/second-factor/reset`
    const reset = await server.ask('POST', path, { token: admin.token, body: {} })
    expect([reset.status, reset.text.includes('sealed')]).toEqual([200, false])
    expect(said(await work(token))).toEqual([401, 'session-ended'])
    expect((await logIn('community-editor')).me.secondFactor).toBe('enrol')
    const own = await server.ask('POST', `/users/${userId('security-admin')}/second-factor/reset`, {
      token: admin.token,
      body: {},
    })
    expect(said(own)).toEqual([403, 'own-account'])
  })

  test('no secret and no code stands in the store, the audit log or the program’s log', async () => {
    const { secret } = await enrolled('clerk')
    const code = codeAt(secret)
    const rows = await server.db.of(SecondFactors).find({}).lean()
    expect(rows.length).toBeGreaterThan(5)
    const kept = [
      rows,
      await server.db.of(IdempotencyKeys).find().lean(),
      await server.db.of(AuditEntries).find().lean(),
    ]
    for (const text of [JSON.stringify(kept), server.logged.join('\n')]) {
      expect(text).not.toContain(secret)
      expect(text).not.toMatch(new RegExp(`\\b${code}\\b`))
    }
    const entries = await server.db.of(AuditEntries).find({ action: 'account.verify-factor' }).lean()
    expect(new Set(entries.map(({ outcome, detail }) => `${outcome} ${detail?.code ?? ''}`.trim()))).toEqual(
      new Set(['done', 'refused code-wrong', 'refused code-used', 'refused factor-locked']),
    )
  })

  test.each(['12345', '1234567', 'abcdef', '１２３４５６', 123456, null, { $ne: '' }])(
    'bad code %j',
    async code => {
      const { accessToken } = await logIn('clerk')
      expect(said(await post('/auth/second-factor/verify', accessToken, { code }))).toEqual([
        400,
        'invalid-request',
      ])
    },
  )
})

describe('optional, as in development', () => {
  beforeAll(() => start('factorless', {}))
  afterAll(() => server.close())

  test('nobody is asked until the own second factor is set up, and from then on at every login', async () => {
    const { accessToken, me } = await logIn('editor')
    expect(me).toMatchObject({ secondFactor: 'off', staff: true })
    expect((await work(accessToken)).status).toBe(200)
    const { secret } = (await enrol(accessToken)).body
    expect((await work(accessToken)).status).toBe(200)
    const again = (await enrol(accessToken)).body
    expect(again.secret).not.toBe(secret)
    expect(said(await verify(accessToken, codeAt(secret)))).toEqual([422, 'code-wrong'])
    await verify(accessToken, codeAt(again.secret))
    expect((await logIn('editor')).me.secondFactor).toBe('verify')
    expect(said(await work(tokenOf(server, 'editor')))).toEqual([403, 'second-factor-required'])
  })

  test('a code without a second factor', async () => {
    const { accessToken } = await logIn('head')
    expect(said(await verify(accessToken, '123456'))).toEqual([409, 'factor-not-enrolled'])
  })
})

describe('staff who are away', () => {
  beforeAll(() => start('idle', {}))
  afterAll(() => server.close())
  const refresh = (refreshToken: string) =>
    server.ask<Session>('POST', '/auth/refresh', { body: { refreshToken } })

  test('are logged out after thirty minutes, and cannot renew', async () => {
    const { accessToken, refreshToken } = await logIn('editor')
    for (let n = 0; n < 2; n += 1) {
      later(14 * 60)
      expect((await work(accessToken)).status).toBe(200)
    }
    later(30 * 60 + 1)
    expect(said(await work(accessToken))).toEqual([401, 'session-idle'])
    expect(said(await refresh(refreshToken))).toEqual([401, 'session-idle'])
  })

  test('are kept by use, which is written at most once a minute', async () => {
    const { accessToken } = await logIn('head')
    const spy = jest.spyOn(server.db.of(Logins), 'updateOne')
    for (let n = 0; n < 10; n += 1) await work(accessToken)
    expect(spy).toHaveBeenCalledTimes(0)
    later(61)
    for (let n = 0; n < 10; n += 1) await work(accessToken)
    expect(spy).toHaveBeenCalledTimes(1)
    spy.mockRestore()
  })

  test('are logged out after twelve hours, however busy', async () => {
    let session: Pick<Session, 'accessToken' | 'refreshToken'> = await logIn('supervisor')
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      later(25 * 60)
      session = (await refresh(session.refreshToken)).body
      expect((await work(session.accessToken)).status).toBe(200)
    }
    later(25 * 60)
    expect(said(await refresh(session.refreshToken))).toEqual([401, 'session-over'])
  })

  test('villagers stay', async () => {
    const { accessToken, refreshToken } = await logIn('villager')
    later(59 * 60)
    expect((await server.ask('GET', '/me', { token: accessToken })).status).toBe(200)
    later(20 * 24 * 3600)
    expect((await refresh(refreshToken)).status).toBe(200)
  })

  test('a logout ends the access token at once', async () => {
    const { accessToken, refreshToken } = await logIn('clerk')
    await server.ask('POST', '/auth/logout', { body: { refreshToken } })
    expect(said(await server.ask('GET', '/me', { token: accessToken }))).toEqual([401, 'session-ended'])
  })
})

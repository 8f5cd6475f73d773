import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import type { ErrorBody } from '@shared/contract/common'
import type { Me, Session } from '@shared/contract/people/auth'
import type { AskedLogin, CollectedTicket, LoginTicket, OwnLogins } from '@shared/contract/people/webLogin'
import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import { Logins } from '@server/people/accounts/models/logins'
import { Users } from '@server/people/accounts/models/users'
import { LoginTickets } from '@server/people/webLogin/models/loginTickets'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { demoOpenid } from '../../../server/demo/fakeWechat'
import { type Answer, TEST_NOW, type TestServer, startTestServer } from '../../support/api/testServer'
import { type Person, buildWorld, userId } from '../../support/api/world'

/** 扫码登录 and the person's own logins, over HTTP, by people who have logged in by WeChat. */
let server: TestServer
let at = new Date(TEST_NOW)
const clock = { now: () => at }
const later = (seconds: number) => {
  at = new Date(at.getTime() + seconds * 1000)
}
const HOUR = 3600
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'

beforeAll(async () => {
  server = await startTestServer('web-login', clock, { RATE_LOGIN: '0', RATE_READ: '0', TRUST_PROXY: '1' })
  await buildWorld(server.db)
  for (const { _id, openid } of await server.db.of(Users).find({}).lean()) {
    await server.db.of(Users).updateOne({ _id }, { openid: demoOpenid(openid.replace('openid-', '')) })
  }
})
afterAll(() => server.close())
beforeEach(() => {
  at = new Date(TEST_NOW)
})

let nonce = 0
const onPhone = async (person: Person): Promise<Session> =>
  (
    await server.ask<Session>('POST', '/auth/wechat', {
      body: { code: `${person}#w${(nonce += 1)}`, agreed: IN_FORCE.use },
    })
  ).body
const post = <Body>(path: string, body: object = {}, token?: string, headers?: Record<string, string>) =>
  server.ask<Body>('POST', path, { body, key: null, ...(token && { token }), ...(headers && { headers }) })

const FROM = { 'X-Forwarded-For': '203.0.113.7', 'User-Agent': CHROME }
const showCode = async (headers = FROM) =>
  (await post<LoginTicket>('/auth/tickets', {}, undefined, headers)).body
const collect = ({ id, secret }: Pick<LoginTicket, 'id' | 'secret'>) =>
  post<CollectedTicket>('/auth/tickets/collect', { id, secret })
const stateOf = async (ticket: LoginTicket) => (await collect(ticket)).body.state
const open = (token: string, { id }: Pick<LoginTicket, 'id'>) =>
  post<AskedLogin>(`/me/tickets/${id}/open`, {}, token)
const find = (token: string, digits: string) => post<AskedLogin>('/me/tickets/find', { digits }, token)
const confirm = (token: string, { id }: Pick<LoginTicket, 'id'>, remember = false) =>
  post<AskedLogin>(`/me/tickets/${id}/confirm`, { remember }, token)
const refuse = (token: string, { id }: Pick<LoginTicket, 'id'>) =>
  post<AskedLogin>(`/me/tickets/${id}/refuse`, {}, token)
const me = (token: string) => server.ask<Me>('GET', '/me', { token })
const said = ({ status, body }: Answer): [number, string] => [status, (body as ErrorBody).error?.code]

/** A browser that the person's phone has let in. */
async function onWeb(person: Person, remember = false): Promise<Session & { phone: Session }> {
  const phone = await onPhone(person)
  const ticket = await showCode()
  await open(phone.accessToken, ticket)
  await confirm(phone.accessToken, ticket, remember)
  const { session } = (await collect(ticket)).body
  return { ...session!, phone }
}

describe('the way of a code', () => {
  test('scanned, recognised, confirmed: the browser that asked is logged in, once', async () => {
    const ticket = await showCode()
    expect(ticket).toMatchObject({ digits: expect.stringMatching(/^\d{6}$/) as string })
    expect(ticket.picture).toMatch(/^data:image\/svg\+xml,/)
    expect(await stateOf(ticket)).toBe('waiting')
    const { accessToken: phone } = await onPhone('editor')
    expect((await open(phone, ticket)).body).toMatchObject({
      digits: ticket.digits,
      browser: 'Chrome · Windows',
      place: '203.0.*.*',
      state: 'opened',
      mayRemember: false,
    })
    expect(await stateOf(ticket)).toBe('opened')
    expect((await confirm(phone, ticket)).body.state).toBe('confirmed')
    const collected = await collect(ticket)
    expect(collected.headers.get('cache-control')).toBe('no-store')
    expect(collected.body.session?.me).toMatchObject({ id: userId('editor'), staff: true })
    expect((await me(collected.body.session!.accessToken)).body.id).toBe(userId('editor'))
    expect((await collect(ticket)).body).toEqual({ state: 'used', session: null })
    const entries = await server.db
      .of(AuditEntries)
      .find({ actorId: userId('editor') })
      .lean()
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['login.start', 'webLogin.confirm']),
    )
  })

  test('the digits typed by hand do the same', async () => {
    const ticket = await showCode()
    const { accessToken } = await onPhone('supervisor')
    const found = await find(accessToken, ticket.digits)
    expect(found.body.id).toBe(ticket.id)
    await confirm(accessToken, found.body)
    expect((await collect(ticket)).body.session?.me.id).toBe(userId('supervisor'))
  })

  test('a refused code lets nobody in, and says so to both', async () => {
    const ticket = await showCode()
    const { accessToken } = await onPhone('editor')
    await open(accessToken, ticket)
    expect((await refuse(accessToken, ticket)).body.state).toBe('refused')
    expect((await collect(ticket)).body).toEqual({ state: 'refused', session: null })
    expect(said(await confirm(accessToken, ticket))).toEqual([409, 'ticket-refused'])
  })

  test('after two minutes it is expired: not opened, not confirmed, not collected', async () => {
    const [unseen, seen, confirmed] = [await showCode(), await showCode(), await showCode()]
    const { accessToken } = await onPhone('editor')
    await open(accessToken, seen)
    await open(accessToken, confirmed)
    await confirm(accessToken, confirmed)
    later(ACCOUNT_SECURITY.ticket.lifeSeconds)
    expect(said(await open(accessToken, unseen))).toEqual([409, 'ticket-expired'])
    expect(said(await find(accessToken, unseen.digits))).toEqual([404, 'digits-unknown'])
    expect(said(await confirm(accessToken, seen))).toEqual([409, 'ticket-expired'])
    for (const ticket of [unseen, seen, confirmed]) {
      expect((await collect(ticket)).body).toEqual({ state: 'expired', session: null })
    }
  })

  test('a 小程序码 of WeChat where one is configured; a plain code when WeChat makes none', async () => {
    const { config } = server.services
    config.wechat.loginCode = true
    try {
      expect((await showCode()).picture).toMatch(/^data:image\/png;base64,/)
      for (const mode of [
        'busy',
        'limited',
        'blocked',
        'down',
        'broken',
        'lying',
        'empty',
        'slow',
      ] as const) {
        server.wechat.behave(mode, 'code')
        expect((await showCode()).picture).toMatch(/^data:image\/svg\+xml,/)
      }
      server.wechat.behave('ok', 'code')
      server.wechat.revokeToken()
      expect((await showCode()).picture).toMatch(/^data:image\/png;base64,/)
    } finally {
      config.wechat.loginCode = false
      server.wechat.behave('ok')
      await server.db.of(LoginTickets).deleteMany({})
    }
  })
})

describe('who has no right to it', () => {
  test('somebody who saw the code, its digits or its id cannot take the session', async () => {
    const ticket = await showCode()
    const { accessToken } = await onPhone('editor')
    await open(accessToken, ticket)
    await confirm(accessToken, ticket)
    const other = await showCode()
    for (const secret of ['x'.repeat(43), ticket.digits.repeat(5), other.secret]) {
      expect(said(await collect({ id: ticket.id, secret }))).toEqual([404, 'ticket-unknown'])
    }
    expect(said(await collect({ id: 'ltk_00000000000000000000', secret: ticket.secret }))).toEqual([
      404,
      'ticket-unknown',
    ])
    expect((await collect(ticket)).body.session).not.toBeNull()
  })

  test('two browsers, two phones: each gets their own; a second phone cannot take an opened code', async () => {
    const [first, second] = [await showCode(), await showCode()]
    expect(first.digits).not.toBe(second.digits)
    const [editor, head] = [await onPhone('editor'), await onPhone('head')]
    await open(editor.accessToken, first)
    expect(said(await open(head.accessToken, first))).toEqual([409, 'ticket-taken'])
    expect(said(await find(head.accessToken, first.digits))).toEqual([409, 'ticket-taken'])
    expect(said(await confirm(head.accessToken, first))).toEqual([409, 'ticket-taken'])
    expect(said(await refuse(head.accessToken, first))).toEqual([409, 'ticket-taken'])
    await open(head.accessToken, second)
    await Promise.all([confirm(editor.accessToken, first), confirm(head.accessToken, second)])
    expect((await collect(first)).body.session?.me.id).toBe(userId('editor'))
    expect((await collect(second)).body.session?.me.id).toBe(userId('head'))
  })

  test('of ten collections at once one has the session; of ten confirmations one counts', async () => {
    const ticket = await showCode()
    const { accessToken } = await onPhone('editor')
    expect(said(await confirm(accessToken, ticket))).toEqual([409, 'ticket-not-opened'])
    await open(accessToken, ticket)
    const confirmed = await Promise.all(Array.from({ length: 10 }, () => confirm(accessToken, ticket)))
    expect(confirmed.filter(({ status }) => status === 200)).toHaveLength(1)
    const collected = await Promise.all(Array.from({ length: 10 }, () => collect(ticket)))
    expect(collected.filter(({ body }) => body.session)).toHaveLength(1)
  })

  test('a phone that was logged out after confirming lets nobody in; a web login confirms nothing', async () => {
    const ticket = await showCode()
    const phone = await onPhone('editor')
    await open(phone.accessToken, ticket)
    await confirm(phone.accessToken, ticket)
    await server.ask('POST', '/auth/logout', { body: { refreshToken: phone.refreshToken }, key: null })
    expect((await collect(ticket)).body.session).toBeNull()
    const web = await onWeb('editor')
    const next = await showCode()
    expect(said(await open(web.accessToken, next))).toEqual([403, 'ticket-phone-only'])
    expect(said(await find(web.accessToken, next.digits))).toEqual([403, 'ticket-phone-only'])
    expect(said(await confirm(web.accessToken, next))).toEqual([403, 'ticket-phone-only'])
  })

  test('five wrong digits lock it for this person, one’s own code in between does not help', async () => {
    const { accessToken } = await onPhone('clerk')
    const own = await showCode()
    const waiting = await server.db.of(LoginTickets).find({ undecided: true }, { digits: 1 }).lean()
    const taken = new Set(waiting.map(({ digits }) => digits))
    const wrong = ['000000', '111111', '222222', '333333'].find(digits => !taken.has(digits))!
    for (let n = 0; n < 4; n += 1) {
      expect(said(await find(accessToken, wrong))).toEqual([404, 'digits-unknown'])
    }
    expect((await find(accessToken, own.digits)).status).toBe(200)
    const locked = await find(accessToken, wrong)
    expect(said(locked)).toEqual([429, 'digits-locked'])
    expect(Number(locked.headers.get('retry-after'))).toBe(900)
    expect(said(await find(accessToken, own.digits))).toEqual([429, 'digits-locked'])
    expect((await open(accessToken, own)).status).toBe(200)
    later(901)
    const fresh = await showCode()
    expect((await find(accessToken, fresh.digits)).status).toBe(200)
  })

  test('one address has so many codes waiting at once and no more', async () => {
    const headers = { ...FROM, 'X-Forwarded-For': '198.51.100.9' }
    const { waitingPerAddress } = ACCOUNT_SECURITY.ticket
    for (let n = 0; n < waitingPerAddress; n += 1) await showCode(headers)
    expect(said(await post('/auth/tickets', {}, undefined, headers))).toEqual([429, 'rate-limited'])
    expect((await post('/auth/tickets', {}, undefined, FROM)).status).toBe(200)
    later(ACCOUNT_SECURITY.ticket.lifeSeconds)
    expect((await post('/auth/tickets', {}, undefined, headers)).status).toBe(200)
  })

  test('neither secret nor whole address is stored or logged', async () => {
    const ticket = await showCode()
    const row = await server.db.of(LoginTickets).findById(ticket.id).lean()
    for (const text of [JSON.stringify(row), server.logged.join('\n')]) {
      expect(text).not.toContain(ticket.secret)
      expect(text).not.toContain('203.0.113.7')
    }
  })
})

describe('how long a web login lasts', () => {
  const work = async (token: string) => (await server.ask('GET', '/orgs/V1/work', { token })).status
  const stay = async (login: string, seconds: number) => {
    later(seconds)
    await server.db.of(Logins).updateOne({ _id: login }, { lastSeenAt: at })
  }
  const loginOf = async (session: Session) =>
    (await server.ask<OwnLogins>('GET', '/me/logins', { token: session.accessToken })).body.items.find(
      ({ current }) => current,
    )!

  test('staff: twelve hours, however busy; the phone goes on', async () => {
    const web = await onWeb('editor', true)
    const { id, endsAt } = await loginOf(web)
    expect(Date.parse(endsAt!) - at.getTime()).toBe(12 * HOUR * 1000)
    await stay(id, 12 * HOUR - 1)
    const renewed = await server.ask<Session>('POST', '/auth/refresh', {
      body: { refreshToken: web.refreshToken },
      key: null,
    })
    expect(await work(renewed.body.accessToken)).toBe(200)
    later(1)
    expect(said(await me(renewed.body.accessToken))).toEqual([401, 'session-over'])
    const again = { body: { refreshToken: renewed.body.refreshToken }, key: null }
    expect(said(await server.ask('POST', '/auth/refresh', again))).toEqual([401, 'session-over'])
  })

  test('villagers: twelve hours, or 30 days on a computer that they call their own', async () => {
    const [shared, own] = [await onWeb('villager'), await onWeb('villager', true)]
    const days = async (session: Session) =>
      (Date.parse((await loginOf(session)).endsAt!) - at.getTime()) / 1000 / HOUR / 24
    expect([await days(shared), await days(own)]).toEqual([0.5, 30])
    later(12 * HOUR)
    const refreshed = (refreshToken: string) =>
      server.ask<Session>('POST', '/auth/refresh', { body: { refreshToken }, key: null })
    expect(said(await refreshed(shared.refreshToken))).toEqual([401, 'session-over'])
    expect((await refreshed(own.refreshToken)).status).toBe(200)
  })
})

describe('one’s own logins', () => {
  const list = async (token: string) =>
    (await server.ask<OwnLogins>('GET', '/me/logins', { token })).body.items

  test('listed with device, place and times, ended one by one and all others', async () => {
    const web = await onWeb('lawyer')
    const second = await onWeb('lawyer')
    const mine = await list(web.accessToken)
    expect(mine[0]).toMatchObject({
      current: true,
      channel: 'web',
      device: 'Chrome · Windows',
      place: '203.0.*.*',
    })
    expect(mine.map(({ channel }) => channel).sort()).toEqual(['web', 'web', 'wechat', 'wechat', 'wechat'])
    const phone = mine.find(({ channel }) => channel === 'wechat')!
    const left = await post<OwnLogins>(`/me/logins/${phone.id}/end`, {}, web.accessToken)
    expect(left.body.items.map(({ id }) => id)).not.toContain(phone.id)
    expect(said(await post(`/me/logins/${phone.id}/end`, {}, web.accessToken))).toEqual([
      404,
      'login-not-found',
    ])
    const alone = await post<OwnLogins>('/me/logins/end-others', {}, web.accessToken)
    expect(alone.body.items).toEqual([expect.objectContaining({ current: true })])
    expect(said(await me(second.accessToken))).toEqual([401, 'session-ended'])
    const again = { body: { refreshToken: second.refreshToken }, key: null }
    expect(said(await server.ask('POST', '/auth/refresh', again))).toEqual([401, 'session-ended'])
    expect((await me(web.accessToken)).status).toBe(200)
  })

  test('nobody ends the login of another', async () => {
    const [editor, head] = [await onPhone('editor'), await onPhone('head')]
    const [theirs] = await list(head.accessToken)
    expect(said(await post(`/me/logins/${theirs!.id}/end`, {}, editor.accessToken))).toEqual([
      404,
      'login-not-found',
    ])
    await post('/me/logins/end-others', {}, editor.accessToken)
    expect((await me(head.accessToken)).status).toBe(200)
  })
})

import type { Role } from '@shared/contract/people/auth'
import type { ErrorBody } from '@shared/contract/common'
import type { Account, AppointmentCode, Grant, GrantList } from '@shared/contract/people/grant'
import type { TodoPage } from '@shared/contract/people/todo'
import { NEWCOMER, Users } from '@server/people/accounts/models/users'
import { type Clock, createClock } from '../../../server/platform/clock'
import { TEST_NOW, type TestServer, startTestServer } from '../../support/api/testServer'
import { type Person, buildWorld, clearNotices, storyOf, tokenOf, userId } from '../../support/api/world'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'

let server: TestServer
let now: Clock

beforeAll(async () => {
  now = createClock(TEST_NOW)
  server = await startTestServer('grants', { now: () => now.now() })
  await buildWorld(server.db)
})
beforeEach(async () => {
  now = createClock(TEST_NOW)
  await clearNotices(server.db)
})
afterAll(() => server.close())

const codeOf = (body: unknown) => (body as ErrorBody).error.code
const messageOf = (body: unknown) => (body as ErrorBody).error.message

function give(person: Person, role: Role, orgCode: string, more: object = {}, by: Person = 'security-admin') {
  const body = { userId: userId(person), role, from: '2026-11-01', ...more }
  return server.ask<Grant>('POST', `/orgs/${orgCode}/grants`, { token: tokenOf(server, by), body })
}
const confirm = (grant: Grant, by: Person = 'system-admin') =>
  server.ask<Grant>('POST', `/grants/${grant.id}/confirm`, {
    token: tokenOf(server, by),
    body: { version: grant.version },
  })
/** Gives a role and has it confirmed. */
const appoint = async (...given: Parameters<typeof give>) => confirm((await give(...given)).body)
const change = (grant: Grant, name: 'term' | 'revoke', body: object) =>
  server.ask<Grant>('POST', `/grants/${grant.id}/${name}`, { token: tokenOf(server, 'security-admin'), body })
const workOf = async (person: Person, orgCode = 'V1') =>
  (await server.ask('GET', `/orgs/${orgCode}/work`, { token: tokenOf(server, person) })).status

describe('a role with a term', () => {
  test('counts from its first day to the end of its last one', async () => {
    const { status, body } = await appoint('newcomer', 'editor', 'V1', {
      from: '2026-11-21',
      to: '2026-11-22',
    })
    expect([status, body.state, body.from, body.to]).toEqual([200, 'waiting', '2026-11-21', '2026-11-22'])
    const moments = [
      ['2026-11-20T15:59:59Z', 403],
      ['2026-11-20T16:00:00Z', 200],
      ['2026-11-22T15:59:59Z', 200],
      ['2026-11-22T16:00:00Z', 403],
    ] as const
    for (const [moment, expected] of moments) {
      now = createClock(moment)
      expect([moment, await workOf('newcomer')]).toEqual([moment, expected])
    }
  })

  test('is revoked at once, and only once', async () => {
    const { body } = await appoint('newcomer', 'editor', 'V1')
    expect(await workOf('newcomer')).toBe(200)
    const revoked = await change(body, 'revoke', { version: 1, reason: 'recalled' })
    expect([revoked.status, revoked.body.state, revoked.body.version]).toEqual([200, 'revoked', 2])
    expect(await workOf('newcomer')).toBe(403)
    const again = await change(body, 'revoke', { version: 2, reason: 'recalled' })
    expect([again.status, codeOf(again.body)]).toEqual([409, 'grant-changed'])
  })

  test('is moved, by the one who saw the newest', async () => {
    const { body } = await appoint('newcomer', 'editor', 'V1')
    const first = await change(body, 'term', { version: 1, from: '2026-11-01', to: '2026-11-19' })
    expect([first.status, first.body.state, first.body.to]).toEqual([200, 'ended', '2026-11-19'])
    expect(await workOf('newcomer')).toBe(403)
    const late = await change(body, 'term', { version: 1, from: '2026-11-01', to: null })
    expect([late.status, codeOf(late.body)]).toEqual([409, 'grant-changed'])
  })

  test('leaves an audit entry without words of people', async () => {
    const { body } = await appoint('newcomer', 'editor', 'V1', { to: '2029-10-31' })
    await change(body, 'term', { version: 1, from: '2026-11-01', to: null })
    await change(body, 'revoke', { version: 2, reason: 'moved' })
    const entries = await server.db.of(AuditEntries).find({ targetId: body.id }).lean()
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'grant.change-term',
      'grant.confirm',
      'grant.give',
      'grant.revoke',
    ])
    for (const { action, actorId, orgCode } of entries) {
      const by = action === 'grant.confirm' ? 'system-admin' : 'security-admin'
      expect([actorId, orgCode]).toEqual([userId(by), 'V1'])
    }
  })
})

describe('one administrator alone appoints nobody', () => {
  test('a role counts from the word of the second one, who is told', async () => {
    const { status, body } = await give('newcomer', 'editor', 'V1')
    expect([status, body.state, body.abilities]).toEqual([201, 'unconfirmed', ['change']])
    expect(await workOf('newcomer')).toBe(403)
    const confirmed = await confirm(body)
    expect([confirmed.status, confirmed.body.state, confirmed.body.version]).toEqual([200, 'current', 1])
    expect(await workOf('newcomer')).toBe(200)
    const again = await confirm(confirmed.body)
    expect([again.status, codeOf(again.body)]).toEqual([409, 'grant-changed'])
  })

  test.each([
    ['who granted it', 'security-admin', 'own-matter'],
    ['an administrator of another street', 'other-security-admin', 'forbidden'],
    ['the person', 'newcomer', 'forbidden'],
    ['the village’s supervisor', 'supervisor', 'forbidden'],
    ['the head of the street, over a role of the village’s own', 'street-head', 'forbidden'],
  ] as const)('%s does not confirm', async (_who, by, code) => {
    const { body } = await give('newcomer', 'editor', 'V1')
    const answer = await confirm(body, by)
    expect([answer.status, codeOf(answer.body)]).toEqual([403, code])
    expect(await workOf('newcomer')).toBe(403)
  })

  test('where there is one administrator only, the head confirms, and is asked to by a to-do', async () => {
    const { body } = await give('newcomer', 'editor', 'V1')
    const todos = await server.ask<TodoPage>('GET', '/me/todos', { token: tokenOf(server, 'head') })
    expect(todos.body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'grant', subject: body.id, step: '核对后确认' }),
      ]),
    )
    const listed = await server.ask<GrantList>('GET', '/orgs/V1/grants', { token: tokenOf(server, 'head') })
    expect(listed.body.items.find(({ id }) => id === body.id)).toMatchObject({ abilities: ['confirm'] })
    expect([(await confirm(body, 'head')).body.state, await workOf('newcomer')]).toEqual(['current', 200])
  })

  test('who supervises is never confirmed by the head who is supervised, but by the head above', async () => {
    const { body } = await give('newcomer', 'supervisor', 'V1')
    const own = await confirm(body, 'head')
    expect([own.status, codeOf(own.body)]).toEqual([403, 'forbidden'])
    expect((await confirm(body, 'street-head')).body.state).toBe('current')
  })

  test('a fresh account without a registered name is given no role of staff', async () => {
    await server.db.of(Users).updateOne({ _id: userId('newcomer') }, { $set: { name: NEWCOMER } })
    const nameless = await give('newcomer', 'editor', 'V1')
    expect([nameless.status, codeOf(nameless.body)]).toEqual([422, 'name-not-registered'])
    expect((await give('newcomer', 'villager', 'V1')).status).toBe(201)
    await server.ask('PUT', `/users/${userId('newcomer')}`, {
      token: tokenOf(server, 'system-admin'),
      body: { name: '人物newcomer', jobTitle: '' },
    })
    expect((await give('newcomer', 'editor', 'V1')).status).toBe(201)
  })

  test('an administrator does not confirm the own role', async () => {
    const { body } = await give('system-admin', 'system-admin', 'ST1')
    const answer = await confirm(body)
    expect([answer.status, codeOf(answer.body)]).toEqual([403, 'own-account'])
  })

  test('a term that was over is not taken up again by one alone', async () => {
    const { body } = await appoint('newcomer', 'editor', 'V1', { from: '2026-01-01', to: '2026-10-31' })
    const { body: again } = await change(body, 'term', { version: 1, from: '2026-01-01', to: null })
    expect([again.state, await workOf('newcomer')]).toEqual(['unconfirmed', 403])
    expect([(await confirm(again)).body.state, await workOf('newcomer')]).toEqual(['current', 200])
  })

  test('what was revoked before is not confirmed any more', async () => {
    const { body } = await give('newcomer', 'editor', 'V1')
    await change(body, 'revoke', { version: 0, reason: 'mistake' })
    const answer = await confirm({ ...body, version: 1 })
    expect([answer.status, codeOf(answer.body)]).toEqual([409, 'grant-changed'])
    expect(await workOf('newcomer')).toBe(403)
  })

  test('the role of a resident needs no second word', async () => {
    const { body } = await give('newcomer', 'villager', 'V1')
    expect(body.state).toBe('current')
  })
})

describe('refused, with the reason in Chinese', () => {
  test.each([
    ['supervisor', 'V1', 'editor', 'V1', 'role-conflict'],
    ['supervisor', 'V1', 'head', 'V1', 'role-conflict'],
    ['editor', 'V1', 'supervisor', 'V1', 'role-conflict'],
    ['head', 'V1', 'supervisor', 'V1', 'role-conflict'],
    ['editor', 'V1', 'editor', 'V1', 'grant-exists'],
    ['system-admin', 'XQ', 'security-admin', 'ST1', 'admins-apart'],
    ['audit-admin', 'ST1', 'system-admin', 'ST2', 'admins-apart'],
    ['security-admin', 'ST1', 'audit-admin', 'ST1', 'admins-apart'],
    ['editor', 'V1', 'system-admin', 'ST1', 'admin-without-content'],
    ['audit-admin', 'ST1', 'district-office', 'XQ', 'admin-without-content'],
  ] as const)('%s in %s, then %s in %s: %s', async (role, orgCode, next, nextOrg, code) => {
    expect((await give('newcomer', role, orgCode)).status).toBe(201)
    const answer = await give('newcomer', next, nextOrg)
    expect([answer.status, codeOf(answer.body)]).toEqual([409, code])
    expect(messageOf(answer.body)).toMatch(/^此人这段时间已是.+，.+。$/u)
    expect(await server.db.of(RoleGrants).countDocuments({ userId: userId('newcomer') })).toBe(1)
  })

  test.each([
    ['supervisor', 'V1', 'editor', 'V2'],
    ['supervisor', 'V1', 'head', 'V9'],
    ['editor', 'V1', 'head', 'V1'],
    ['villager', 'V1', 'supervisor', 'V1'],
    ['villager', 'V1', 'audit-admin', 'XQ'],
    ['lawyer', 'V1', 'lawyer', 'V2'],
  ] as const)('%s in %s and %s in %s go together', async (role, orgCode, next, nextOrg) => {
    await give('newcomer', role, orgCode)
    expect((await give('newcomer', next, nextOrg)).status).toBe(201)
  })

  test('one after the other is no conflict, and a later move into it is one', async () => {
    await give('newcomer', 'head', 'V1', { from: '2026-01-01', to: '2026-10-31' })
    const supervisor = await give('newcomer', 'supervisor', 'V1')
    expect(supervisor.status).toBe(201)
    const moved = await change(supervisor.body, 'term', { version: 0, from: '2026-10-31', to: null })
    expect([moved.status, codeOf(moved.body)]).toEqual([409, 'role-conflict'])
  })

  test('a revoked post forbids nothing any more', async () => {
    const { body } = await give('newcomer', 'head', 'V1')
    await change(body, 'revoke', { version: 0, reason: 'resigned' })
    expect((await give('newcomer', 'supervisor', 'V1')).status).toBe(201)
  })

  test('of a post and a seat among its supervisors given at the same moment one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      await clearNotices(server.db)
      const answers = await Promise.all([
        give('newcomer', 'supervisor', 'V1'),
        give('newcomer', 'head', 'V1'),
        give('newcomer', 'editor', 'V1'),
      ])
      const held = await server.db
        .of(RoleGrants)
        .find({ userId: userId('newcomer') })
        .lean()
      const roles = held.map(({ role }) => role)
      expect(roles.includes('supervisor') && roles.length > 1).toBe(false)
      expect(answers.filter(({ status }) => status === 201).length).toBe(held.length)
    }
  })

  test('to oneself', async () => {
    const answer = await give('security-admin', 'villager', 'V1')
    expect([answer.status, codeOf(answer.body)]).toEqual([403, 'own-account'])
  })

  test('a role that the organisation does not have, somebody unknown, an organisation unknown', async () => {
    const wrong = await give('newcomer', 'street-clerk', 'V1')
    expect([wrong.status, codeOf(wrong.body)]).toEqual([422, 'role-not-here'])
    expect(messageOf(wrong.body)).toBe('东一村没有“街道（镇）经办”这个角色。')
    const nobody = await give('newcomer', 'editor', 'V1', { userId: 'usr_00000000000000000000' })
    expect([nobody.status, codeOf(nobody.body)]).toEqual([404, 'user-not-found'])
    const nowhere = await give('newcomer', 'editor', 'NOWHERE')
    expect([nowhere.status, codeOf(nowhere.body)]).toEqual([404, 'org-not-found'])
  })

  test.each([
    { to: '2026-10-31' },
    { from: '1899-12-31' },
    { to: '9999-12-31' },
    { from: '2026-02-30' },
    { role: 'root' },
    { role: ['editor'] },
    { userId: { $ne: '' } },
    { extra: 1 },
  ])('bad input %j', async more => {
    const answer = await give('newcomer', 'editor', 'V1', more)
    expect([answer.status, codeOf(answer.body)]).toEqual([400, 'invalid-request'])
  })
})

test('the list is paged, newest first, and tells where each term stands', async () => {
  await appoint('newcomer', 'lawyer', 'V1', { from: '2026-12-01' })
  const seen: Grant[] = []
  let cursor: string | null = null
  do {
    const more: string = cursor ? `&cursor=${cursor}` : ''
    const { body } = await server.ask<GrantList>('GET', `/orgs/V1/grants?limit=3${more}`, {
      token: tokenOf(server, 'security-admin'),
    })
    seen.push(...body.items)
    cursor = body.nextCursor
  } while (cursor)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
  expect(seen.length).toBe(await server.db.of(RoleGrants).countDocuments({ orgCode: 'V1' }))
  expect(seen[0]).toMatchObject({ roleLabel: '法律顾问', state: 'waiting', userName: '人物newcomer' })
})

test('an account says what it holds and never its openid; its new name stands in later signatures', async () => {
  await appoint('newcomer', 'supervisor', 'V1')
  const path = `/users/${userId('newcomer')}`
  const edited = await server.ask<Account>('PUT', path, {
    token: tokenOf(server, 'system-admin'),
    body: { name: '周明远', jobTitle: '村务监督委员会委员' },
  })
  expect(edited.body).toMatchObject({ name: '周明远', grants: [{ role: 'supervisor', orgCode: 'V1' }] })
  expect(edited.text).not.toContain('openid')
  const story = storyOf(server)
  const signed = await story.agree('newcomer', await story.submit('editor', await story.create('editor')))
  expect(signed.signOff).toMatchObject({ name: '周明远', role: '村务监督委员会委员' })
})

describe('an appointment code', () => {
  const show = (person: Person) =>
    server.ask<AppointmentCode>('POST', '/me/appointment-code', { token: tokenOf(server, person), body: {} })
  const find = (code: string, by: Person = 'security-admin') =>
    server.ask<Account>('GET', `/appointment-codes/${code}`, { token: tokenOf(server, by) })

  test('leads an administrator to the account for ten minutes, and is kept as a hash alone', async () => {
    const { body } = await show('newcomer')
    expect(body.code).toMatch(/^\d{8}$/)
    const found = await find(body.code)
    expect([found.status, found.body.id]).toEqual([200, userId('newcomer')])
    const rows = await server.db.connection.collection('appointmentCodes').find({}).toArray()
    expect(JSON.stringify(rows)).not.toContain(body.code)
    now = createClock(new Date(Date.parse(TEST_NOW) + 11 * 60_000).toISOString())
    const late = await find(body.code)
    expect([late.status, codeOf(late.body)]).toEqual([404, 'appointment-code-unknown'])
  })

  test('is replaced by the next one; others may not look', async () => {
    const first = (await show('newcomer')).body.code
    const second = (await show('newcomer')).body.code
    expect((await find(first)).status).toBe(404)
    expect((await find(second)).status).toBe(200)
    const stranger = await find(second, 'editor')
    expect([stranger.status, codeOf(stranger.body)]).toEqual([403, 'forbidden'])
    expect((await find('1234')).status).toBe(400)
  })
})

import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import type { Session } from '@shared/contract/people/auth'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { chainAudit } from '@server/platform/audit/chainAudit'
import { AuditBlocks } from '@server/platform/audit/auditBlocks'
import { addressHash } from '@server/platform/access/addressHash'
import { Users } from '@server/people/accounts/models/users'
import { demoOpenid } from '../../../server/demo/fakeWechat'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld } from '../../support/api/world'

/** M3 of the security review: logins and refused logins are in the chained audit log, without an address. */
const ADDRESS = '203.0.113.77'
let server: TestServer
let now = new Date('2026-11-20T02:00:00.000Z')

beforeAll(async () => {
  server = await startTestServer('login-audit', { now: () => now }, { TRUST_PROXY: '1' })
  await buildWorld(server.db)
  for (const { _id, openid } of await server.db.of(Users).find({}).lean()) {
    await server.db.of(Users).updateOne({ _id }, { openid: demoOpenid(openid.replace('openid-', '')) })
  }
})
afterAll(() => server.close())

const login = (code: string) =>
  server.ask<Session>('POST', '/auth/wechat', {
    body: { code, agreed: IN_FORCE.use },
    headers: { 'X-Forwarded-For': ADDRESS },
  })
const entries = () =>
  server.db.of(AuditEntries).find({ action: 'login.start' }).sort({ at: 1, _id: 1 }).lean()
const from = () => addressHash(server.services.config.jwtSecret, ADDRESS)

test('staff by account, villagers by a hash that goes with the account, the refused by device: all with the hashed address', async () => {
  const staff = await login('editor#l1')
  const villager = await login('villager#l2')
  await login('villager#l3')
  const refused = [await login('NOT A CODE'), await login('editor#l1')]
  expect([staff.status, villager.status, ...refused.map(({ status }) => status)]).toEqual([
    200, 200, 401, 401,
  ])
  const rows = await entries()
  const done = rows.filter(({ outcome }) => outcome === 'done')
  expect(done.filter(({ actorId }) => actorId === staff.body.me.id)).toHaveLength(1)
  const others = done.filter(({ actorId }) => actorId !== staff.body.me.id)
  expect(others).toHaveLength(2)
  expect(
    new Set(others.map(({ actorId, actorName, targetId }) => `${actorId} ${actorName} ${targetId}`)).size,
  ).toBe(1)
  expect(JSON.stringify(others)).not.toContain(villager.body.me.id)
  const failures = rows.filter(({ outcome }) => outcome === 'refused')
  expect(failures.map(({ detail }) => detail?.code).sort()).toEqual([
    'wechat-code-invalid',
    'wechat-code-used',
  ])
  expect(new Set(rows.map(({ detail }) => detail?.from))).toEqual(new Set([from()]))
  expect(rows.every(({ detail }) => typeof detail?.device === 'string' && detail.device !== '')).toBe(true)
  expect(JSON.stringify(rows)).not.toContain(ADDRESS)
})

test('they are chained like every other entry', async () => {
  now = new Date(now.getTime() + 86_400_000)
  await chainAudit(server.services)
  const chained = new Set((await server.db.of(AuditBlocks).find({}).lean()).flatMap(block => block.entries))
  const rows = await entries()
  expect(rows.length).toBeGreaterThanOrEqual(5)
  expect(rows.filter(({ _id }) => !chained.has(_id))).toEqual([])
})

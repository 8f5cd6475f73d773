import type { ErrorBody } from '@shared/contract/common'
import type { Agreement } from '@shared/contract/people/agreement'
import type { Me, Session } from '@shared/contract/people/auth'
import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { Agreements } from '@server/people/agreements/models/agreements'
import { Users } from '@server/people/accounts/models/users'
import { ROLL, uploadRoll } from '../../support/api/roster'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, tokenOf, userId } from '../../support/api/world'

/** 同意隐私政策和用户协议: asked before an account exists, kept with version and time, asked again for newer texts. */
let server: TestServer

beforeAll(async () => {
  server = await startTestServer('agreements')
  await buildWorld(server.db)
  await uploadRoll(server)
})
afterAll(() => server.close())

const codeOf = (body: unknown) => (body as ErrorBody).error?.code
let nonce = 0
const logIn = (person: string, agreed?: string) =>
  server.ask<Session>('POST', '/auth/wechat', { body: { code: `${person}#g${(nonce += 1)}`, agreed } })
const fileClaim = (person: 'villager' | 'stranger', who: 'farmer' | 'elder', agreed?: string) =>
  server.ask('POST', '/me/residency-claims', {
    token: tokenOf(server, person),
    body: { orgCode: 'V1', name: ROLL[who].name, idTail: ROLL[who].tail, agreed },
  })
/** As if the person had agreed to an earlier text alone. */
const forget = (person: 'villager' | 'stranger', kind: 'use' | 'identity') =>
  server.db.of(Agreements).updateOne({ userId: userId(person), kind }, { version: '0.9' })

test('a newcomer who has not agreed gets no account; one who has gets it with version and time', async () => {
  const before = await server.db.of(Users).countDocuments({})
  const refused = await logIn('fresh')
  const outdated = await logIn('fresh', '0.9')
  expect([refused.status, codeOf(refused.body)]).toEqual([403, 'agreement-required'])
  expect([outdated.status, codeOf(outdated.body)]).toEqual([409, 'agreement-outdated'])
  expect(await server.db.of(Users).countDocuments({})).toBe(before)
  const { body } = await logIn('fresh', IN_FORCE.use)
  expect(body.me.agreementDue).toBe(false)
  const kept = await server.db.of(Agreements).find({ userId: body.me.id }).lean().exec()
  expect(kept).toMatchObject([
    { kind: 'use', version: IN_FORCE.use, at: expect.any(Date) as Date, expiresAt: null },
  ])
  await logIn('fresh', IN_FORCE.use)
  expect(await server.db.of(Agreements).countDocuments({ userId: body.me.id })).toBe(1)
  expect((await logIn('fresh')).status).toBe(200)
})

test('newer texts are asked for again, and until then nothing personal is taken', async () => {
  const token = tokenOf(server, 'villager')
  const due = async () => (await server.ask<Me>('GET', '/me', { token })).body.agreementDue
  expect(await due()).toBe(false)
  await forget('villager', 'use')
  expect(await due()).toBe(true)
  const claim = await fileClaim('villager', 'elder')
  expect([claim.status, codeOf(claim.body)]).toEqual([403, 'agreement-required'])
  const give = (version: string) =>
    server.ask<Agreement>('POST', '/me/agreements', { token, body: { kind: 'use', version } })
  expect(codeOf((await give('0.9')).body)).toBe('agreement-outdated')
  const given = await give(IN_FORCE.use)
  expect([given.status, given.body.version]).toEqual([201, IN_FORCE.use])
  expect(await due()).toBe(false)
})

test('an identity check needs a consent of its own, which may come with it', async () => {
  await forget('stranger', 'identity')
  const without = await fileClaim('stranger', 'farmer')
  expect([without.status, codeOf(without.body)]).toEqual([403, 'identity-agreement-required'])
  const old = await fileClaim('stranger', 'farmer', '0')
  expect([old.status, codeOf(old.body)]).toEqual([409, 'agreement-outdated'])
  const filed = await fileClaim('stranger', 'farmer', IN_FORCE.identity)
  expect(filed.status).toBe(201)
  const kept = { userId: userId('stranger'), kind: 'identity' as const, version: IN_FORCE.identity }
  expect(await server.db.of(Agreements).countDocuments(kept)).toBe(1)
})

test('a fault of the app is counted without a login, masked, and bounded in size', async () => {
  const body = {
    kind: 'script',
    platform: 'weapp',
    message: 'x of 张三 13800001111',
    page: 'pages/home/index',
  }
  const taken = await server.ask('POST', '/client-errors', { body, key: null })
  expect([taken.status, taken.body]).toEqual([200, { taken: true }])
  const large = await server.ask('POST', '/client-errors', {
    body: { ...body, message: 'x'.repeat(301) },
    key: null,
  })
  expect(large.status).toBe(400)
  const { text } = await fetch(new URL('/metrics', server.url)).then(async answer => ({
    text: await answer.text(),
  }))
  expect(text).toMatch(/^mingbai_client_errors_script 1$/m)
  expect(server.logged.join('\n')).not.toMatch(/张三|13800001111/)
})

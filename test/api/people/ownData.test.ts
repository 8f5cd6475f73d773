import type { ErrorBody } from '@shared/contract/common'
import type { Session } from '@shared/contract/people/auth'
import type { OwnData } from '@shared/contract/people/ownData'
import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { Agreements } from '@server/people/agreements/models/agreements'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { Users } from '@server/people/accounts/models/users'
import { ResidencyClaims } from '@server/people/residents/models/residencyClaims'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'
import { MessageConsents, Subscriptions } from '@server/people/messages/models/subscriptions'
import { Objections } from '@server/participation/objections/models/objections'
import { SPENT, TEXT, publishedNotice } from '../../support/api/objections'
import { ROLL, decideClaimOf, uploadRoll } from '../../support/api/roster'
import { type Answer, type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, tokenOf } from '../../support/api/world'

/** 我的个人信息: seen, downloaded, corrected, and 注销: what goes, what the law keeps without the name. */
let server: TestServer

beforeAll(async () => {
  server = await startTestServer('own-data')
  await buildWorld(server.db)
  await uploadRoll(server)
})
afterAll(() => server.close())

const codeOf = ({ body }: Answer) => (body as ErrorBody).error?.code
let nonce = 0
const logIn = async (person: string) =>
  (
    await server.ask<Session>('POST', '/auth/wechat', {
      body: { code: `${person}#d${(nonce += 1)}`, agreed: IN_FORCE.use },
    })
  ).body

/** A newcomer who is verified as the farmer, follows the village and has filed an objection. */
async function resident() {
  const { accessToken: token, me } = await logIn('farmer')
  const claim = await server.ask<{ id: string }>('POST', '/me/residency-claims', {
    token,
    body: { orgCode: 'V1', name: ROLL.farmer.name, idTail: ROLL.farmer.tail, agreed: IN_FORCE.identity },
  })
  await decideClaimOf(server, 'head', claim.body.id, 'confirm', 1)
  await server.ask('PUT', '/me/subscriptions', {
    token,
    body: { items: [{ orgCode: 'V1', categories: ['village-finance'] }] },
  })
  await server.ask('POST', '/me/consents', { token, body: { kinds: ['publication'] } })
  const { notice } = await publishedNotice(server)
  const filed = await server.ask('POST', `/notices/${notice.id}/objections`, {
    token,
    body: { edition: 1, kind: 'amount', target: SPENT, text: TEXT, anonymous: false, via: 'supervisors' },
  })
  return { token, me, filed }
}

test('a person sees and downloads everything stored about them, nobody else does', async () => {
  const { accessToken: token, me } = await logIn('reader')
  const { body } = await server.ask<OwnData>('GET', '/me/data', { token })
  const titles = [
    '账号',
    '登录记录',
    '同意记录',
    '统一身份认证',
    '消息',
    '关注的村',
    '允许发的微信消息',
    '村民身份认证',
    '异议',
    '申请公开',
  ]
  expect(body.parts.map(({ title }) => title)).toEqual(titles)
  expect(body).toMatchObject({ mayRename: true, mayClose: true })
  expect(body.parts[0]!.records).toMatchObject([{ 账号编号: me.id, 微信账号标识: 'demo-openid-reader' }])
  expect(body.parts[2]!.records).toMatchObject([{ 版本: IN_FORCE.use }])
  const file = await server.ask('GET', '/me/data/file', { token })
  expect(file.headers.get('content-disposition')).toContain('.json')
  expect((JSON.parse(file.text) as OwnData).parts).toEqual(body.parts)
  expect((await server.ask('GET', '/me/data')).status).toBe(401)
})

test('a person corrects the own name; the printed names of staff are the administrator’s', async () => {
  const { accessToken: token, me } = await logIn('reader')
  const renamed = await server.ask('PUT', '/me/name', { token, body: { name: '李读者' } })
  expect([renamed.status, renamed.body]).toEqual([200, { name: '李读者' }])
  expect(await server.db.of(Users).findById(me.id).lean()).toMatchObject({ name: '李读者' })
  const staff = await server.ask('PUT', '/me/name', {
    token: tokenOf(server, 'editor'),
    body: { name: '别的名' },
  })
  expect([staff.status, codeOf(staff)]).toEqual([403, 'forbidden'])
})

test('a closed account is gone at once; what the law keeps has no name on it', async () => {
  const { token, me, filed } = await resident()
  expect(filed.status).toBe(201)
  const mistaken = await server.ask('POST', '/me/close', { token, body: {}, key: null })
  expect(mistaken.status).toBe(400)
  const closed = await server.ask('POST', '/me/close', { token, body: { confirm: '注销' }, key: null })
  expect(closed.status).toBe(200)
  expect((await server.ask('GET', '/me', { token })).status).toBe(401)

  const { db } = server
  expect(await db.of(Users).findById(me.id).lean()).toMatchObject({
    openid: `closed:${me.id}`,
    name: '已注销用户',
  })
  const userId = me.id
  for (const rows of [InboxMessages, Subscriptions, MessageConsents]) {
    expect(await db.of<{ userId: string }>(rows).countDocuments({ userId })).toBe(0)
  }
  expect(await db.of(RoleGrants).countDocuments({ userId, revokedAt: null })).toBe(0)
  expect(await db.of(ResidencyClaims).findOne({ userId }).lean()).toMatchObject({
    state: 'ended',
    name: '',
    person: '',
    live: false,
    holds: false,
  })
  expect(await db.of(Objections).findOne({ userId }).lean()).toMatchObject({
    name: '已注销用户',
    elder: null,
  })
  const agreements = await db.of(Agreements).find({ userId }).lean().exec()
  expect(agreements.map(({ expiresAt }) => expiresAt?.getUTCFullYear())).toEqual([2029, 2029])
})

test('the same WeChat person may come back as a new account, and be verified again', async () => {
  const before = await logIn('farmer')
  expect(before.me.roles).toEqual([])
  const claim = await server.ask('POST', '/me/residency-claims', {
    token: before.accessToken,
    body: { orgCode: 'V1', name: ROLL.farmer.name, idTail: ROLL.farmer.tail, agreed: IN_FORCE.identity },
  })
  expect(claim.status).toBe(201)
})

test('staff give up their postings first', async () => {
  const token = tokenOf(server, 'editor')
  expect((await server.ask<OwnData>('GET', '/me/data', { token })).body).toMatchObject({
    mayRename: false,
    mayClose: false,
  })
  const refused = await server.ask('POST', '/me/close', { token, body: { confirm: '注销' }, key: null })
  expect([refused.status, codeOf(refused)]).toEqual([409, 'account-has-role'])
  expect((await server.ask('GET', '/me', { token })).status).toBe(200)
})

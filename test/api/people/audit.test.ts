import type { AuditEntry, AuditList } from '@shared/contract/people/audit'
import type { ErrorBody } from '@shared/contract/common'
import { type Clock, createClock } from '../../../server/platform/clock'
import { TEST_NOW, type TestServer, startTestServer } from '../../support/api/testServer'
import { type Person, buildWorld, clearNotices, storyOf, tokenOf, userId } from '../../support/api/world'
import { AuditEntries } from '@server/platform/audit/auditEntries'

let server: TestServer
let now: Clock

beforeAll(async () => {
  now = createClock(TEST_NOW)
  server = await startTestServer('audit', { now: () => now.now() }, { RATE_REFUSED: '5' })
  await buildWorld(server.db)
})
beforeEach(async () => {
  now = createClock(TEST_NOW)
  await clearNotices(server.db)
})
afterAll(() => server.close())

const audit = (query: string, person: Person = 'audit-admin') =>
  server.ask<AuditList>('GET', `/audit?${query}`, { token: tokenOf(server, person) })
const exported = async (query: string): Promise<AuditEntry[]> => {
  const { text } = await server.ask('GET', `/audit/export?${query}`, {
    token: tokenOf(server, 'audit-admin'),
  })
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as AuditEntry)
}
const told = ({ items }: AuditList) =>
  items.map(({ outcome, action, actorName }) => `${outcome} ${action} ${actorName}`)

test('deeds, sights of work in progress and refusals are told, newest first; looking is told too', async () => {
  const page = await storyOf(server).create('editor')
  await server.ask('GET', `/work/${page.notice.id}`, { token: tokenOf(server, 'supervisor') })
  await server.ask('GET', `/work/${page.notice.id}`, { token: tokenOf(server, 'sister-editor') })
  await server.ask('GET', '/home?org=V1', { token: tokenOf(server, 'editor') })
  const { body } = await audit('org=V1')
  expect(told(body).sort()).toEqual([
    'done notice.create 人物editor',
    'read workbench.read 人物supervisor',
    'refused workbench.read 人物sister-editor',
  ])
  const refused = body.items.find(({ outcome }) => outcome === 'refused')!
  expect(refused).toMatchObject({
    actionLabel: '看办理中的公示',
    outcomeLabel: '被拒绝',
    orgCode: 'V1',
    targetId: page.notice.id,
    detail: { code: 'forbidden' },
  })
  expect(told((await audit('org=V1')).body)).toContain('read audit.read 人物audit-admin')
})

test('filters: organisation with all below it, person, action, outcome, days in China', async () => {
  const look = (org: string, person: Person) =>
    server.ask('GET', `/orgs/${org}/work`, { token: tokenOf(server, person) })
  await storyOf(server).create('editor')
  await look('V1', 'editor')
  await look('ST1', 'clerk')
  now = createClock('2026-11-20T16:30:00Z')
  await look('V1', 'head')
  await look('V9', 'editor-2')
  const found = async (query: string) => told((await audit(query)).body).sort()
  const create = 'done notice.create 人物editor'
  expect(await found('org=V1&to=2026-11-20')).toEqual([create, 'read workbench.list 人物editor'])
  expect(await found('org=V1&from=2026-11-21&action=workbench.list')).toEqual([
    'read workbench.list 人物head',
  ])
  expect(await found(`org=XQ&actor=${userId('editor')}&action=notice.create`)).toEqual([create])
  expect(await found('org=ST1&action=workbench.list')).toEqual([
    'read workbench.list 人物clerk',
    'read workbench.list 人物editor',
    'read workbench.list 人物head',
  ])
  expect(await found('org=XQ&outcome=refused')).toEqual(['refused workbench.list 人物editor-2'])
  expect(await found(`org=V1&outcome=done&action=workbench.list&actor=${userId('editor')}`)).toEqual([])
})

test('an audit administrator of a street sees its villages and nothing else', async () => {
  await storyOf(server).create('editor')
  await server.ask('GET', '/orgs/V9/work', { token: tokenOf(server, 'community-editor') })
  const own = await audit('org=ST2', 'other-audit-admin')
  expect(told(own.body)).toEqual(['read workbench.list 人物community-editor'])
  for (const org of ['V1', 'ST1', 'XQ']) {
    const answer = await audit(`org=${org}`, 'other-audit-admin')
    expect([org, answer.status]).toEqual([org, 403])
  }
})

test('pages hang together, even where many entries bear one instant', async () => {
  for (let n = 0; n < 7; n += 1) {
    await server.ask('GET', '/orgs/V1/work', { token: tokenOf(server, 'editor') })
  }
  const ids: string[] = []
  let cursor = ''
  do {
    const { body } = await audit(`org=V1&actor=${userId('editor')}&limit=2${cursor && `&cursor=${cursor}`}`)
    ids.push(...body.items.map(({ id }) => id))
    cursor = body.nextCursor ?? ''
  } while (cursor)
  expect([ids.length, new Set(ids).size]).toEqual([7, 7])
})

test('the export holds what the pages hold, one JSON a line, and is itself entered', async () => {
  await storyOf(server).create('editor')
  const lines = await exported('org=V1')
  expect(lines.map(({ action }) => action).sort()).toEqual(['audit.export', 'notice.create'])
  expect((await exported('org=V1')).filter(({ action }) => action === 'audit.export').length).toBe(2)
})

test('nobody fills the disk by being refused: five entries, one that says more came, then silence', async () => {
  for (let n = 0; n < 20; n += 1) {
    const { status } = await server.ask('GET', '/orgs/V1/work', { token: tokenOf(server, 'stranger') })
    expect(status).toBe(403)
  }
  const entries = await server.db
    .of(AuditEntries)
    .find({ actorId: userId('stranger') })
    .lean()
  expect(entries.map(({ detail }) => detail?.more ?? 0).sort()).toEqual([0, 0, 0, 0, 0, 60])
})

test('a log that cannot be written: a refusal is answered all the same, what is not public is not shown', async () => {
  const page = await storyOf(server).create('editor')
  const spy = jest.spyOn(server.db.of(AuditEntries), 'create').mockRejectedValue(new Error('disk full'))
  const path = `/work/${page.notice.id}`
  const refused = await server.ask<ErrorBody>('GET', path, { token: tokenOf(server, 'sister-supervisor') })
  const shown = await server.ask<ErrorBody>('GET', path, { token: tokenOf(server, 'supervisor') })
  spy.mockRestore()
  expect([refused.status, refused.body.error.code]).toEqual([403, 'forbidden'])
  expect([shown.status, shown.body.error.code]).toEqual([500, 'internal'])
  expect(shown.text).not.toContain(page.notice.id)
})

test('entries are written once: the model changes and removes nothing, and no route does', async () => {
  await storyOf(server).create('editor')
  const db = server.db
  const row = (await db.of(AuditEntries).findOne({}).lean())!
  const attempts = [
    () => db.of(AuditEntries).updateOne({ _id: row._id }, { actorName: '别人' }),
    () => db.of(AuditEntries).updateMany({}, { actorName: '别人' }),
    () => db.of(AuditEntries).findByIdAndUpdate(row._id, { actorName: '别人' }),
    () => db.of(AuditEntries).replaceOne({ _id: row._id }, row),
    () => db.of(AuditEntries).deleteOne({ _id: row._id }),
    () => db.of(AuditEntries).deleteMany({}),
    () => db.of(AuditEntries).findByIdAndDelete(row._id),
    () => db.of(AuditEntries).bulkWrite([{ deleteOne: { filter: { _id: row._id } } }]),
  ]
  for (const attempt of attempts) await expect((async () => attempt())()).rejects.toThrow(/written once/)
  expect(await db.of(AuditEntries).findById(row._id).lean()).toEqual(row)
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const { status } = await server.ask(method, '/audit', { token: tokenOf(server, 'audit-admin') })
    expect([method, status]).toEqual([method, 405])
  }
})

test.each([
  '',
  'org=NOWHERE',
  'org=V1&action=$ne',
  'org=V1&from=2026-02-30',
  'org=V1&cursor=zzz',
  'org=V1&x=1',
])('bad input: %s', async query => {
  const { status } = await audit(query)
  expect([400, 404]).toContain(status)
})

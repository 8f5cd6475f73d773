import { operatorActs } from '@server/platform/access/caller'
import { appointFirst } from '../../../server/people/accounts/commands/appointFirst'
import { importOrgs } from '../../../server/people/orgs/commands/importOrgs'
import { readOrgs } from '../../../server/documents/orgs/readOrgs'
import { readGrids } from '../../../server/documents/readGrids'
import { composeDb } from '@server/compose'
import { ensureIndexes, type Store } from '@server/platform/store/db'
import { createClock } from '../../../server/platform/clock'
import { inTransaction } from '../../../server/platform/store/transaction'
import { openTestDatabase, type TestDatabase } from '../../support/engine/database'
import { Orgs } from '@server/people/orgs/models/orgs'
import { Users } from '@server/people/accounts/models/users'
import { AuditEntries } from '@server/platform/audit/auditEntries'

/** From an empty store to the first administrators: what docs/deploy.md begins with. */
const clock = createClock('2026-11-23T08:00:00.000Z')
const HEAD = '机构代码,名称,类型,上级代码,监督机构'
const TABLE = [
  HEAD,
  'QX,示范区,区县,,',
  'QX-S1,东河街道,街道,QX,',
  'QX-S1-V1,一村,村,QX-S1,村务监督委员会',
  'QX-S1-V2,二社区,社区,QX-S1,居务监督委员会',
]

let opened: TestDatabase
let db: Store

beforeAll(async () => {
  opened = await openTestDatabase('firstvillage')
  db = composeDb(opened.connection)
  await ensureIndexes(db)
})
afterAll(() => opened.close())

const read = async (lines: readonly string[]) =>
  readOrgs(await readGrids('机构.csv', Buffer.from(lines.join('\n')), '机构表'))
const store = async (lines: readonly string[]) => {
  const { orgs, issues } = await read(lines)
  expect(issues).toEqual([])
  return inTransaction({ db, clock }, tx => importOrgs(tx, operatorActs('org.import', 'cli'), orgs))
}

test('a table of organisations goes in, the same again changes nothing, the supervising body may change', async () => {
  expect(await store(TABLE)).toEqual({ added: 4, changed: 0, unchanged: 0 })
  expect(await store(TABLE)).toEqual({ added: 0, changed: 0, unchanged: 4 })
  expect(await store([HEAD, 'QX-S1-V1,一村,村,QX-S1,一村村务监督委员会'])).toEqual({
    added: 0,
    changed: 1,
    unchanged: 0,
  })
  const village = await db.of(Orgs).findById('QX-S1-V1').lean()
  expect(village).toMatchObject({
    name: '一村',
    supervisorName: '一村村务监督委员会',
    kind: 'village',
    path: ['QX', 'QX-S1', 'QX-S1-V1'],
  })
})

test('tells every fault with its row, and stores nothing', async () => {
  const { issues } = await read([HEAD, 'qx,小写,村,QX,监委会', 'QX-S1-V3,三村,庄,QX-S1,监委会', 'QX-S1-V4,四村,村,QX-S1,', 'QX-S1-V5,五村,村,,监委会', 'QX-S1-V5,五村,村,QX-S1,监委会']) // prettier-ignore
  expect(issues.map(({ row, code }) => [row, code])).toEqual([
    [2, 'org-code'],
    [3, 'org-kind'],
    [4, 'org-supervisorName'],
    [5, 'org-parentCode'],
    [6, 'org-code'],
  ])
  expect((await read(['名称,类型', '一村,村'])).issues[0]!.message).toContain('没有找到表头')
  const misplaced = store([
    HEAD,
    'QX-V9,九村,村,QX,监委会',
    'QX-S9,九街道,街道,没有,',
    'QX-S1,东河街道,镇,QX,',
    'QX-S1-V2,新二社区,社区,QX-S1,居务监督委员会',
  ])
  await expect(misplaced).rejects.toMatchObject({
    status: 422,
    details: [{ row: 2 }, { row: 3 }, { row: 4 }, { row: 5 }],
  })
  expect(await db.of(Orgs).countDocuments({})).toBe(4)
})

test('the first of the three administrators are appointed once; none holds another of the three', async () => {
  const [one, two] = ['usr_first000001', 'usr_first000002'] as const
  for (const _id of [one, two]) {
    await db
      .of(Users)
      .create([{ _id, openid: _id, name: '甲', jobTitle: '', tokenVersion: 0, createdAt: clock.now() }])
  }
  const org = (await db.of(Orgs).findById('QX').lean())!
  const appoint = (user: string, role: 'system-admin' | 'security-admin') =>
    inTransaction({ db, clock }, tx => appointFirst(tx, operatorActs('grant.give', 'cli'), user, role, org))
  await appoint(one, 'system-admin')
  await expect(appoint(two, 'system-admin')).rejects.toMatchObject({ code: 'already-appointed' })
  await expect(appoint(one, 'security-admin')).rejects.toMatchObject({ status: 409 })
  await appoint(two, 'security-admin')
  const audited = await db.of(AuditEntries).find({ action: 'grant.give' }).lean()
  expect(audited.map(({ actorId, orgCode }) => [actorId, orgCode])).toEqual([['cli', 'QX'], ['cli', 'QX']]) // prettier-ignore
})

import { noticeFault } from '@shared/ledger/verify'
import type { ErrorBody } from '@shared/contract/common'
import type { NoticeProof } from '@shared/contract/disclosure/ledger'
import type { ErasureExtent, RemovalPage, RemovalRegister } from '@shared/contract/disclosure/removal'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { JOB_HANDLERS } from '@server/compose'
import { createClock } from '@server/platform/clock'
import { createJobRunner } from '@server/platform/jobs/runner'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { Files } from '@server/disclosure/files/models/files'
import { Notices } from '@server/disclosure/notices/models/notices'
import { Subscriptions } from '@server/people/messages/models/subscriptions'
import { LedgerVerifier } from '../../../../server/cli/verifier/verifyLedger'
import { LedgerEntries } from '@server/disclosure/ledger/models/ledgerEntries'
import { newestCheckpoint } from '../../../../server/disclosure/ledger/checkpoints'
import { ledgerLines } from '../../../../server/disclosure/ledger/queries/exportLedger'
import { collectionsOf } from '../../../../server/platform/transfer/exportData'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { type Person, buildWorld, financeContent, storyOf, tokenOf, userId } from '../../../support/api/world'
import { linesOf } from '../../../support/ledger/forge'

/**
 * 依法删除: words that must go by law, with the word of two sides before; a ledger that stays whole. The notice has everything
 * that bears its words: a file, messages, an objection, a corrected edition, a withdrawal that came back.
 */
let server: TestServer
let page: WorkNoticePage
let own: string
let shared: string
const WORD = '清塘补偿款'
const BASIS = { edition: 1, basis: 'pipl-47-4', note: '名单里写了不该公开的内容' }
const ARTICLE = '《中华人民共和国个人信息保护法》第四十七条第一款第四项'
const DAY = '2026-11-20T04:00:00.000Z'

const ask = <Body>(person: Person, method: string, path: string, body?: object) =>
  server.ask<Body & ErrorBody>(method, path, { token: tokenOf(server, person), body })
const runJobs = (at: string) => {
  const services = { ...server.services, clock: createClock(at) }
  return createJobRunner({ services, handlers: JOB_HANDLERS }).runDue()
}
const story = () => storyOf(server)
const contentWith = (period: string, title: string, files: object[]) => ({
  ...financeContent(period),
  title,
  blocks: [
    ...financeContent(period).blocks,
    { type: 'attachments' as const, label: '附件', files: files as never },
  ],
})
async function publish(content: ReturnType<typeof contentWith>): Promise<WorkNoticePage> {
  const draft = await story().create('editor', { content })
  return story().publish('head', await story().agree('supervisor', await story().submit('editor', draft)))
}

beforeAll(async () => {
  server = await startTestServer('erasure')
  await buildWorld(server.db)
  await server.db.of(Subscriptions).create([
    {
      _id: 'sub_erasuretest00001',
      userId: userId('villager'),
      orgCode: 'V1',
      category: 'village-finance',
      createdAt: new Date(0),
    },
  ])
  const alone = await story().attach('editor', { name: `${WORD}表.csv`, text: '户主,金额\n赵*,100\n' })
  const both = await story().attach('editor', { name: '公示照片说明.csv', text: '地点\n村口\n' })
  own = alone.sha256
  shared = both.sha256
  page = await publish(contentWith('2026-02', `${WORD}公示`, [alone, both]))
  await publish(contentWith('2026-05', '五月收支', [both]))
  await runJobs(DAY)
})
afterAll(() => server.close())

const propose = (person: Person, change: object = {}) =>
  ask<RemovalPage>(person, 'POST', `/notices/${page.notice.id}/erasures`, { ...BASIS, ...change })
const act = (person: Person, removal: { id: string; version: number }, name: string, more: object = {}) =>
  ask<RemovalPage>(person, 'POST', `/removals/${removal.id}/${name}`, { version: removal.version, ...more })
const look = async (id: string) => (await ask<RemovalPage>('head', 'GET', `/removals/${id}`)).body

/** Names of the collections that hold the word. */
async function holding(word: string): Promise<string[]> {
  const found: string[] = []
  for (const collection of collectionsOf(server.db)) {
    const rows = await collection.find({}).toArray()
    if (JSON.stringify(rows).includes(word)) found.push(collection.collectionName)
  }
  return found
}

async function verdict() {
  await newestCheckpoint(server.services)
  const verifier = new LedgerVerifier()
  for await (const line of ledgerLines(server.db, { openings: true })) {
    for (const row of linesOf(line)) verifier.line(row)
  }
  const { ok, entries } = verifier.verdict()
  const rows = await server.db.of(LedgerEntries).countDocuments({ format: 'mingbai-entry-2' })
  return { ok, editions: entries - rows, rows }
}

test.each<[string, object, number, string]>([
  [
    'a note that names a person’s number',
    { note: '应张三（13812345678）要求删除' },
    422,
    'requirements-unmet',
  ],
  ['a note without words', { note: ' ' }, 400, 'invalid-request'],
  ['a basis that is no article', { basis: '依法删除' }, 422, 'requirements-unmet'],
  ['an edition that was never published', { edition: 2 }, 404, 'not-recorded'],
  ['an unknown field', { salts: 'all' }, 400, 'invalid-request'],
])('%s is refused, nothing is proposed', async (_name, change, status, code) => {
  const answer = await propose('head', change)
  expect([answer.status, answer.body.error.code]).toEqual([status, code])
  expect(JSON.stringify(answer.body)).not.toContain('13812345678')
})

test('the head alone proposes, and nothing is erased by it', async () => {
  for (const person of ['editor', 'supervisor', 'clerk', 'system-admin', 'audit-admin'] as const) {
    expect([person, (await propose(person)).status]).toEqual([person, 403])
  }
  const { status, body } = await propose('head')
  expect([status, body.removal.state, body.removal.waitsFor]).toEqual([
    201,
    'waiting',
    ['村务监督委员会', '东街道'],
  ])
  expect((await server.ask('GET', `/notices/${page.notice.id}`)).status).toBe(200)
  expect((await propose('head')).body.error.code).toBe('removal-open')
  const register = await server.ask<RemovalRegister>('GET', '/orgs/V1/removals')
  expect(register.body.items).toEqual([])
  const dropped = await act('head', body.removal, 'drop')
  expect([dropped.status, dropped.body.removal.state]).toEqual([200, 'dropped'])
  expect((await act('supervisor', dropped.body.removal, 'agree')).body.error.code).toBe('removal-decided')
})

test('what will be erased is shown before: words, files, messages, stored answers, and what backups keep until when', async () => {
  const { body } = await ask<ErasureExtent>('head', 'GET', `/notices/${page.notice.id}/erasure?edition=1`)
  expect(body).toMatchObject({
    title: `${WORD}公示`,
    revisions: 1,
    objections: 0,
    backupsUntil: '2026-12-20',
  })
  expect(body.files).toEqual([
    { name: `${WORD}表.csv`, bytes: expect.any(Number) as number, goes: true },
    { name: '公示照片说明.csv', bytes: expect.any(Number) as number, goes: false },
  ])
  expect(Math.min(body.messages, body.answers, body.letters)).toBeGreaterThan(0)
})

test('one side is not enough; who refuses gives a public reason', async () => {
  const { removal } = (await propose('head')).body
  const first = await act('clerk', removal, 'agree')
  expect([first.status, first.body.removal.state, first.body.removal.waitsFor]).toEqual([
    200,
    'waiting',
    ['村务监督委员会'],
  ])
  expect((await act('street-head', first.body.removal, 'agree')).body.error.code).toBe('removal-agreed')
  for (const person of ['head', 'editor', 'two-hats', 'other-clerk', 'district'] as const) {
    expect([person, (await act(person, first.body.removal, 'agree')).status]).toEqual([person, 403])
  }
  expect((await server.ask('GET', `/notices/${page.notice.id}`)).status).toBe(200)
  expect((await act('supervisor', removal, 'agree')).body.error.code).toBe('removal-decided')
  const refused = await act('supervisor', first.body.removal, 'refuse', { reason: '没有写不该公开的内容' })
  expect(refused.body.removal).toMatchObject({
    state: 'refused',
    outcome: '村务监督委员会没有同意：没有写不该公开的内容',
  })
  expect((await server.ask('GET', `/notices/${page.notice.id}`)).status).toBe(200)
})

test('a correction in work would keep the words: it is published or given up first', async () => {
  const begun = await story().step('editor', page, 'correct', { reason: '数字写错了' })
  const answer = await propose('head')
  expect([answer.status, answer.body.error.code]).toEqual([409, 'correction-under-way'])
  page = await story().step('editor', begun, 'cancel-correction')
})

test('with both words everything goes, and the register, the ledger, the duty and the page say so', async () => {
  const { removal } = (await propose('head')).body
  const first = await act('supervisor', removal, 'agree')
  const before = await verdict()
  const { status, body } = await act('clerk', first.body.removal, 'agree')
  expect([status, body.removal.state, body.removal.word]).toEqual([200, 'erased', '已依法删除'])
  expect(await holding(WORD)).toEqual([])
  expect([
    await server.db.of(Files).countDocuments({ sha256: own }),
    await server.db.of(Files).countDocuments({ sha256: shared }),
  ]).toEqual([0, 1])

  const gone = await server.ask<ErrorBody>('GET', `/notices/${page.notice.id}`)
  expect([gone.status, gone.body.error.code]).toEqual([410, 'notice-erased'])
  expect(gone.body.error.message).toContain(`${ARTICLE}；${BASIS.note}；村务监督委员会、东街道同意`)
  const [row] = (await server.ask<RemovalRegister>('GET', '/orgs/V1/removals')).body.items
  expect(row).toMatchObject({
    kind: 'erasure',
    state: 'erased',
    basis: `${ARTICLE}：${BASIS.note}`,
    confirmBy: null,
  })
  expect(row?.agreed.map(({ side, body: name }) => [side, name])).toEqual([
    ['supervisors', '村务监督委员会'],
    ['street', '东街道'],
  ])

  const after = await verdict()
  expect([before, after]).toMatchObject([
    { ok: true, editions: 2 },
    { ok: true, editions: 3 },
  ])
  // Each word of a side changes the row of the register.
  expect(after.rows).toBeGreaterThan(before.rows)
  const proof = (await server.ask<NoticeProof>('GET', `/notices/${page.notice.id}/ledger?edition=1`)).body
  expect(noticeFault({ noticeId: page.notice.id, edition: 1, presentedSha256: '' }, proof)).toBe('erased')
  const notice = await server.db.of(Notices).findById(page.notice.id).lean()
  expect(notice).toMatchObject({ state: 'withdrawn', liveEdition: null })
  const done = await server.db.connection
    .collection('obligations')
    .countDocuments({ noticeId: page.notice.id })
  expect(done).toBe(0)
  const audited = await server.db
    .of(AuditEntries)
    .find({ action: 'removal.agree', targetId: page.notice.id } as never)
    .lean()
  expect(audited.map(({ actorName }) => actorName)).toEqual(
    expect.arrayContaining(['人物supervisor', '人物clerk']),
  )

  await runJobs('2026-11-20T05:00:00.000Z')
  expect((await look(removal.id)).removal.abilities).toEqual([])
  expect((await propose('head')).body.error.code).toBe('not-recorded')
})

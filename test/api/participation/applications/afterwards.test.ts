import type { ErrorBody } from '../../../../shared/contract/common'
import type { ApplicationList, ApplicationPage } from '../../../../shared/contract/participation/application'
import { applicationStory, PLANTED } from '../../../support/api/applications'
import { startTestServer, TEST_NOW, type TestServer } from '../../../support/api/testServer'
import { buildWorld, type Person, storyOf, tokenOf } from '../../../support/api/world'
import { JOB_HANDLERS } from '@server/compose'
import { createJobRunner } from '@server/platform/jobs/runner'

/** What comes after the answer, and what must never happen by itself: remedies, a redo, fees, erasure, a new holiday table. */

let server: TestServer
let now = new Date(TEST_NOW)

beforeAll(async () => {
  server = await startTestServer('applications-afterwards', { now: () => now })
  await buildWorld(server.db)
})
afterEach(async () => {
  now = new Date(TEST_NOW)
  for (const name of ['applications', 'applicationEvents', 'applicantVaults', 'applicationCounters']) {
    await server.db.connection.collection(name).deleteMany({})
  }
})
afterAll(() => server.close())

const story = () => applicationStory(server)
const get = <Body>(person: Person, path: string) =>
  server.ask<Body>('GET', path, { token: tokenOf(server, person) })
const codesOf = ({ body }: { body: unknown }) => (body as ErrorBody).error.details.map(({ code }) => code)
const on = (date: string) => {
  now = new Date(`${date}T02:00:00Z`)
}
const runJobs = () => createJobRunner({ services: server.services, handlers: JOB_HANDLERS }).runDue()
const listed = async (show: 'open' | 'rest') =>
  (await get<ApplicationList>('clerk', `/orgs/ST1/applications?show=${show}&limit=50`)).body.items
const pageOf = async (id: string) => (await get<ApplicationPage>('clerk', `/applications/${id}`)).body

async function delivered(): Promise<ApplicationPage> {
  const { step, signing } = story()
  const page = await signing()
  const signed = await step('street-head', page, 'sign', { hash: page.hash })
  return step('clerk', signed, 'deliver', { manner: 'direct', proof: '申请人签名' })
}

test('纠正 opens a linked case: same items, a number of its own, its clock from the day the decision arrived', async () => {
  const { step, ask } = story()
  const page = await delivered()
  const disputed = await step('clerk', page, 'remedy', { track: 'review', body: '试验新城管理委员会' })
  expect([disputed.application.state, disputed.remedies]).toEqual([
    'disputed',
    [expect.objectContaining({ id: '1', track: 'review', result: null, on: '2026-11-20' })],
  ])
  expect((await ask('clerk', disputed, 'archive')).status).toBe(409)
  const unknown = await ask('clerk', disputed, 'remedy-result', { id: '2', result: 'upheld' })
  expect(codesOf(unknown)).toEqual(['remedy-unknown'])
  on('2026-11-25')
  const settled = await step('clerk', disputed, 'remedy-result', { id: '1', result: 'corrected', until: '2026-12-16' }) // prettier-ignore
  expect(settled.application.state).toBe('answered')
  const [redo] = await listed('open')
  expect(redo).toMatchObject({ number: '2026-ST1-0002', state: 'examining', receivedOn: '2026-11-25', dueOn: '2026-12-16' }) // prettier-ignore
  const again = await pageOf(redo!.id)
  expect([again.redoOf, again.letter, again.applicant]).toEqual(['2026-ST1-0001', '', '欧阳*'])
  expect(again.items.map(({ asked, kind }) => [asked, kind])).toEqual(
    page.items.map(({ asked }) => [asked, undefined]),
  )
  // The identity of the linked case opens by itself, with a reason of its own.
  const taken = await step('clerk', again, 'take')
  await step('clerk', taken, 'open-identity', { reason: '填写邮寄地址' })
  const opened = await get<{ name: string }>('clerk', `/applications/${redo!.id}/identity`)
  expect(opened.body.name).toBe(PLANTED.name)
})

test('two remedies: the file stays open until the last has a result', async () => {
  const { step } = story()
  const one = await step('clerk', await delivered(), 'remedy', { track: 'review', body: '复议机关甲' })
  const two = await step('clerk', one, 'remedy', { track: 'suit-after-review', body: '法院乙' })
  const half = await step('clerk', two, 'remedy-result', { id: '1', result: 'upheld' })
  expect([half.application.state, half.archive.find(({ name }) => name === '复议和诉讼')?.missing]).toEqual([
    'disputed',
    '法院乙还没有结果',
  ])
  const over = await step('clerk', half, 'remedy-result', { id: '2', result: 'other' })
  expect(over.application.state).toBe('answered')
  expect(await listed('open')).toEqual([])
})

test.each([
  [10, null],
  [11, '共 11 件，第 1 至 10 件每件 0 元，第 11 至 11 件每件 100 元，应缴 100 元'],
])('the fee of a month with %i applications', async (count, words) => {
  const { step, ask, receive } = story()
  on('2026-10-30')
  await receive('clerk', { items: ['上个月的申请'] })
  on('2026-11-02')
  let page = await receive('clerk', { items: ['第 1 件'] })
  for (let n = 2; n <= count; n++) page = await receive('clerk', { items: [`第 ${n} 件`] })
  const fee = { by: 'items', text: '账户：试验街道国库专户' }
  if (words === null) {
    expect(codesOf(await ask('clerk', page, 'fee', fee))).toEqual(['fee-none'])
    return
  }
  const charged = await step('clerk', page, 'fee', fee)
  expect(charged.progress.history.at(-1)!.text).toContain(words)
  expect(charged.progress.history.at(-1)!.text).not.toContain('2026-ST1-0001、')
  expect([charged.application.state, charged.application.dueOn]).toEqual(['awaiting-fee', null])
})

test('the month begins again on the 1st, and a fee by page counts this application alone', async () => {
  const { ask, step, receive } = story()
  on('2026-10-31')
  for (let n = 1; n <= 11; n++) await receive('clerk', { items: [`十月第 ${n} 件`] })
  on('2026-11-01')
  const first = await receive('clerk', { items: ['十一月第 1 件'] })
  expect(codesOf(await ask('clerk', first, 'fee', { by: 'items', text: '账户略' }))).toEqual(['fee-none'])
  expect(codesOf(await ask('clerk', first, 'fee', { by: 'pages', text: '账户略' }))).toEqual([
    'pages-missing',
  ])
  const paged = await step('clerk', first, 'fee', { by: 'pages', pages: 31, text: '账户略' })
  expect(paged.progress.history.at(-1)!.text).toContain('应缴 10 元')
})

test('a missed correction closes nothing by itself: a person decides, with a reason', async () => {
  const { step, receive } = story()
  on('2026-08-24')
  const page = await receive()
  on('2026-08-26')
  const asked = await step('clerk', page, 'correct', { text: '请写明是哪一年的公告' })
  on('2026-11-20')
  await runJobs()
  expect((await pageOf(page.application.id)).application.state).toBe('awaiting-correction')
  const lapsed = await step('clerk', asked, 'lapse', { reason: '期满没有补正，电话也没有说明' })
  expect(lapsed.application.state).toBe('lapsed')
})

test('a number is used once: a withdrawn case keeps its own, visible', async () => {
  const { step, receive } = story()
  const first = await receive()
  await step('clerk', first, 'withdraw', { reason: '申请人不要了' })
  const second = await receive()
  expect([first, second].map(({ application }) => application.number)).toEqual([
    '2026-ST1-0001',
    '2026-ST1-0002',
  ])
  expect((await listed('rest')).map(({ number }) => number)).toEqual(['2026-ST1-0001'])
})

test('the identity is erased a year after the archive, the case and its number stay', async () => {
  const { step } = story()
  const page = await delivered()
  on('2027-02-20')
  const archived = await step('clerk', page, 'archive')
  expect(archived.application.state).toBe('archived')
  const vaults = () => server.db.connection.collection('applicantVaults').countDocuments()
  on('2028-02-19')
  await runJobs()
  expect(await vaults()).toBe(1)
  on('2028-02-21')
  await runJobs()
  expect(await vaults()).toBe(0)
  expect((await listed('rest')).map(({ number }) => number)).toEqual(['2026-ST1-0001'])
})

test('a case that goes to court after its archive keeps the identity until it is archived again', async () => {
  const { step } = story()
  const page = await delivered()
  on('2027-02-20')
  const archived = await step('clerk', page, 'archive')
  on('2027-03-20')
  await step('clerk', archived, 'remedy', { track: 'suit-direct', body: '试验铁路运输法院' })
  on('2028-03-25')
  await runJobs()
  expect(await server.db.connection.collection('applicantVaults').countDocuments()).toBe(1)
})

test('a new holiday table computes the open cases again, and the former day stays in the history', async () => {
  const { receive } = story()
  on('2026-12-07')
  const page = await receive()
  const closed = await story().step('clerk', await receive('clerk', { items: ['另一件'] }), 'withdraw', {
    reason: '申请人不要了',
  })
  expect(page.application.dueOn).toBeNull()
  on('2026-12-28')
  const desk = storyOf(server)
  const id = await desk.importHolidays('system-admin', {
    years: { '2027': { off: ['2027-01-01', '2027-01-02', '2027-01-03'], work: ['2027-01-10'] } },
    source: '国务院办公厅关于2027年部分节假日安排的通知',
    url: 'https://www.gov.cn/zhengce/2027.htm',
  })
  const confirm = await server.ask('POST', `/holidays/${id}/confirm`, {
    token: tokenOf(server, 'security-admin'),
    body: {},
  })
  expect(confirm.status).toBe(200)
  await runJobs()
  const after = await pageOf(page.application.id)
  expect(after.application.dueOn).toBe('2027-01-05')
  expect(after.progress.history.at(-1)).toMatchObject({
    label: '放假安排有变，重算答复期限',
    text: '原来 算不出，现在 2027年1月5日',
  })
  const untouched = await pageOf(closed.application.id)
  expect(untouched.progress.history.at(-1)!.label).toBe('申请人撤回')
})

test('a second applicant makes a proposal, it becomes active, the third is answered by §36(1) with its address', async () => {
  const { step, ask, receive } = story()
  const items = ['东一村2024年征收土地公告']
  const person = (n: number) => ({
    items,
    name: `测试第${'一二三'[n]!}人`,
    proofNumber: `000${n}`,
    door: 'fax' as const,
  })
  const handling = async (n: number) =>
    step('clerk', await step('clerk', await receive('clerk', person(n)), 'confirm'), 'take')
  const first = await handling(0)
  // The same person again is nobody else.
  await receive('clerk', { ...person(0), again: true })
  expect((await pageOf(first.application.id)).similar).toEqual([])
  const decision = {
    itemId: '1',
    accept: 'yes',
    reason: '多人申请，可以公开',
    catalogueItem: '征收土地公告',
    area: '农村集体土地征收',
  }
  expect(codesOf(await ask('clerk', first, 'activate', decision))).toEqual(['proposal-none'])
  const second = await handling(1)
  expect(second.similar).toMatchObject([{ itemId: '1', people: 2, proposed: true, address: null }])
  expect(second.steps).toContain('activate')
  const accepted = await step('clerk', second, 'activate', decision)
  expect(accepted.similar).toMatchObject([{ proposed: false, dueOn: '2026-12-18', address: null }])
  const address = 'https://www.example.gov.cn/gg/1.html'
  await step('clerk', accepted, 'activate', { ...decision, address })
  const third = await handling(2)
  expect(third.similar).toMatchObject([{ people: 3, proposed: false, address }])
  const given = { url: third.similar[0]!.address, openedOn: '2026-11-20' }
  const decided = await step('clerk', third, 'items', {
    items: [{ id: '1', kind: 'already-public', address: given }],
  })
  const draft = await step('clerk', decided, 'draft')
  expect(draft.letter).toContain('第三十六条第（一）项')
  expect(draft.letter).toContain(address)
})

test('what was refused is never proposed, and a refusal to activate keeps its reason', async () => {
  const { step, ask, receive } = story()
  const items = ['东一村2023年内部请示']
  const one = await receive('clerk', { items, name: '测试甲人', proofNumber: '0001' })
  const taken = await step('clerk', one, 'take')
  const two = await receive('clerk', { items, name: '测试乙人', proofNumber: '0002' })
  const not = { itemId: '1', accept: 'no', reason: '还在征求意见，办完再公开' }
  const kept = await step('clerk', two, 'activate', not)
  expect(kept.similar).toMatchObject([{ people: 2, proposed: false, dueOn: null }])
  await step('clerk', taken, 'items', {
    items: [{ id: '1', kind: 'refused-internal', reasons: '属于内部请示，尚未形成决定' }],
  })
  const three = await receive('clerk', { items, name: '测试丙人', proofNumber: '0003' })
  expect(three.similar).toMatchObject([{ people: 3, proposed: false }])
  expect(three.steps).not.toContain('activate')
  expect(codesOf(await ask('clerk', three, 'activate', not))).toEqual(['proposal-none'])
})

import type { ErrorBody } from '../../../../shared/contract/common'
import type {
  ApplicantIdentity,
  ApplicationList,
  ApplicationPage,
  ApplicationProgress,
} from '../../../../shared/contract/participation/application'
import { applicationStory, DECIDED, PLANTED, receiveOf } from '../../../support/api/applications'
import { startTestServer, TEST_NOW, type TestServer } from '../../../support/api/testServer'
import { picturesOf, qrOf, wordsOf } from '../../../support/print/pages'
import { buildWorld, type Person, PEOPLE, tokenOf, userId } from '../../../support/api/world'
import { JOB_HANDLERS } from '@server/compose'
import { createJobRunner } from '@server/platform/jobs/runner'

let server: TestServer
let now = new Date(TEST_NOW)

beforeAll(async () => {
  server = await startTestServer('applications', { now: () => now })
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
const codeOf = ({ body }: { body: unknown }) => (body as ErrorBody).error.code
const on = (date: string) => {
  now = new Date(`${date}T02:00:00Z`)
}

test('from the counter to the archive: three people, one hash, a delivery with proof', async () => {
  const { step, ask, receive, setDesk } = story()
  const page = await receive('clerk', { landOrHouse: true })
  expect(page.application).toMatchObject({
    number: '2026-ST1-0001',
    state: 'examining',
    receivedOn: '2026-11-20',
    dueOn: '2026-12-18',
    daysLeft: 28,
  })
  expect(page.progress.dueWords).toContain('2026年11月20日是收到申请之日，当天不算')
  expect([page.applicant, page.code.length]).toEqual(['欧阳*', 8])
  await setDesk()

  const taken = await step('clerk', page, 'take')
  const empty = await step('clerk', taken, 'draft')
  expect(empty.faults.map(({ message }) => message).join()).toContain('每一项都要单独答复')
  const early = await ask('street-head', await step('clerk', empty, 'to-head'), 'sign', { hash: empty.hash })
  expect([early.status, codesOf(early)]).toEqual([
    422,
    expect.arrayContaining(['outcome-missing', 'lawyer-missing']),
  ])

  const back = await step('street-head', { ...empty, version: empty.version + 1 }, 'return', {
    reason: '先写结果',
  })
  const decided = await step('clerk', back, 'items', DECIDED)
  const draft = await step('clerk', decided, 'draft')
  expect(draft.letter).toContain('第三十六条第（四）项')
  expect(draft.letter).not.toContain(PLANTED.name)
  const reading = await step('clerk', draft, 'to-lawyer')
  const agreed = await step('street-lawyer', reading, 'review', { opinion: 'agree', hash: reading.hash })

  // One word changed after the lawyer agreed: the review is void.
  const altered = await step('clerk', agreed, 'draft', {
    letter: `${agreed.letter}\n附：无`,
    remedy: agreed.remedy,
  })
  const stale = await ask('street-head', await step('clerk', altered, 'to-head'), 'sign', {
    hash: altered.hash,
  })
  expect(codesOf(stale)).toEqual(['lawyer-stale'])

  const again = await step('street-head', { ...altered, version: altered.version + 1 }, 'return', {
    reason: '再送律师',
  })
  const reread = await step('clerk', again, 'to-lawyer')
  const ok = await step('street-lawyer', reread, 'review', { opinion: 'agree', hash: reread.hash })
  const signed = await step('street-head', await step('clerk', ok, 'to-head'), 'sign', { hash: ok.hash })
  expect(signed.application.state).toBe('answered')

  const undelivered = await ask('clerk', signed, 'archive')
  expect((undelivered.body as unknown as ErrorBody).error.details[0]!.message).toContain('没有送达')
  const delivered = await step('clerk', signed, 'deliver', { manner: 'direct', proof: '申请人签名' })
  expect(codesOf(await ask('clerk', delivered, 'archive'))).toEqual(['archive-incomplete'])
  on('2027-02-20')
  const archived = await step('clerk', delivered, 'archive')
  expect(archived.application.state).toBe('archived')
  expect(archived.progress.history.map(({ label }) => label)).toEqual([
    '收到申请：当面递交',
    '开始办理',
    '送达答复书',
  ])
})

test('number and short code show how far it is, and nothing else does', async () => {
  const page = await story().receive()
  const ask = (number: string, code: string) =>
    server.ask<ApplicationProgress>('POST', '/application-progress', { body: { number, code } })
  const { number } = page.application
  const found = await ask(number, ` ${page.code.toLowerCase()} `)
  expect([found.status, found.body.stateLabel, found.body.dueOn]).toEqual([200, '审查', '2026-12-18'])
  expect(found.text).not.toContain('征收土地公告')
  for (const [wrong, code] of [
    [number, 'AAAAAAAA'],
    ['2026-ST1-0009', page.code],
  ] as const) {
    expect(codeOf(await ask(wrong, code))).toBe('application-not-found')
  }
})

test('the slip: number, code, last day, office; a name is not on it, nobody else prints it', async () => {
  const page = await story().receive('clerk', { door: 'oral', readBack: true })
  const path = `/applications/${page.application.id}/receipt`
  const fetched = (person: Person) =>
    fetch(`${server.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${tokenOf(server, person)}` } })
  const answer = await fetched('clerk')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(answer.headers.get('content-disposition')).not.toContain('%E6%AC%A7%E9%98%B3')
  const pdf = Buffer.from(await answer.arrayBuffer())
  for (const person of ['stranger', 'street-lawyer', 'editor'] as const) {
    expect([person, (await fetched(person)).status]).toEqual([person, 404])
  }
  const words = (await wordsOf(pdf)).join('')
  for (const word of [
    page.application.number,
    page.code,
    '2026年11月20日',
    '2026年12月18日',
    '东街道',
    '口头申请',
  ]) {
    expect(words).toContain(word)
  }
  for (const word of Object.values(PLANTED)) expect(words).not.toContain(word)
  const code = await qrOf((await picturesOf(pdf, [1]))[0]!)
  expect(code).toContain(`progress/index?number=${page.application.number}`)
  expect(code).not.toContain(page.code)
})

test('sent by the applicant: own page, nobody else’s, and withdrawn by them', async () => {
  const sent = await receiveOf(server, 'villager', { door: 'platform' })
  expect(sent.status).toBe(201)
  const { id } = sent.body.application
  expect((await get<ApplicationList>('villager', '/me/applications')).body.items).toMatchObject([{ id }])
  const mine = (await get<ApplicationPage>('villager', `/applications/${id}`)).body
  expect([mine.steps, mine.letter, mine.hash, mine.desk]).toEqual([['withdraw'], '', '', null])
  const nobody = await get('editor', '/applications/app_00000000000000000000')
  for (const person of Object.keys(PEOPLE) as Person[]) {
    const isDesk = ['villager', 'clerk', 'clerk-2', 'street-head', 'street-lawyer'].includes(person)
    const answer = await get(person, `/applications/${id}`)
    expect([person, answer.status]).toEqual([person, isDesk ? 200 : 404])
    if (!isDesk) expect(codeOf(answer)).toBe(codeOf(nobody))
  }
  const gone = await story().step('villager', mine, 'withdraw', { reason: '已经在公开栏看到了' })
  expect(gone.application.state).toBe('withdrawn')
})

test('a double click is one case; the same through another door is pointed out', async () => {
  const body = { ...(await inputOf()), door: 'in-person' }
  const send = () =>
    server.ask<ApplicationPage>('POST', '/orgs/ST1/applications', {
      token: tokenOf(server, 'clerk'),
      body,
      key: 'double-click-0001',
    })
  const [one, other] = [await send(), await send()]
  expect(other.body.application.id).toBe(one.body.application.id)
  const byPost = await receiveOf(server, 'clerk', { door: 'post-signed', items: body.items })
  expect([byPost.status, codeOf(byPost)]).toEqual([409, 'application-exists'])
  const kept = await receiveOf(server, 'clerk', { door: 'post-signed', items: body.items, again: true })
  expect(kept.body.same).toBe('2026-ST1-0001')
  // Another account with the same identity learns nothing of it.
  expect((await receiveOf(server, 'stranger', { door: 'platform', items: body.items })).status).toBe(201)
})
const inputOf = async () => ({ ...PLANTED, proof: '居民身份证', items: ['东一村2024年征收土地公告'] })

test('correction once, in time; a second one is refused with its reason', async () => {
  const { step, ask, receive } = story()
  on('2026-08-24')
  const page = await receive()
  on('2026-09-02')
  const asked = await step('clerk', page, 'correct', { text: '请写明是哪一年的公告' })
  expect([asked.application.state, asked.application.dueOn]).toEqual(['awaiting-correction', null])
  expect(codesOf(await ask('clerk', asked, 'lapse', { reason: '没有补正' }))).toEqual(['limit-running'])
  on('2026-09-10')
  const corrected = await step('clerk', asked, 'corrected', { items: ['东一村2024年征收土地公告'] })
  expect(corrected.application).toMatchObject({ receivedOn: '2026-09-10', dueOn: '2026-10-14' })
  expect(codesOf(await ask('clerk', corrected, 'correct', { text: '请再写明' }))).toEqual([
    'second-correction',
  ])
})

test('a late correction, a late and a too long extension are refused with their place', async () => {
  const { step, ask, receive } = story()
  on('2026-08-24')
  const page = await receive()
  on('2026-09-03')
  expect(codesOf(await ask('clerk', page, 'correct', { text: '请写明年份' }))).toEqual(['correction-late'])
  on('2026-09-18')
  const long = await ask('street-head', page, 'extend', { wd: 21, reason: '档案多' })
  expect(codesOf(long)).toEqual(['extension-too-long'])
  const late = { ...page }
  on('2026-09-21')
  expect(codesOf(await ask('street-head', late, 'extend', { wd: 20, reason: '档案多' }))).toEqual([
    'extension-late',
  ])
  on('2026-09-18')
  const extended = await step('street-head', page, 'extend', { wd: 20, reason: '档案多' })
  expect(extended.application.dueOn).toBe('2026-10-23')
})

test('opinions: two letters count once, one that nobody asked for is refused', async () => {
  const { step, ask, receive } = story()
  on('2026-10-12')
  const page = await receive()
  const opinion = { to: '示例公司', itemId: '1', answer: 'refused', weighing: '理由成立' }
  expect(codesOf(await ask('clerk', page, 'opinion', opinion))).toEqual(['opinion-unmatched'])
  on('2026-11-02')
  const first = {
    to: '示例公司',
    kind: 'third-party',
    itemId: '1',
    on: '2026-10-16',
    deliveredOn: '2026-10-19',
  }
  const asked = await step('clerk', page, 'seek-opinion', first)
  expect(asked.progress.history.at(-1)!.text).not.toContain('示例公司')
  const second = { ...first, to: '另一公司', on: '2026-10-21', deliveredOn: '2026-10-22' }
  const both = await step('clerk', asked, 'seek-opinion', second)
  const one = await step('clerk', both, 'opinion', { ...opinion, on: '2026-10-28' })
  const all = await step('clerk', one, 'opinion', { ...opinion, to: '另一公司', on: '2026-10-30' })
  expect(all.application.dueOn).toBe('2026-11-23')
})

test('a refused item without ground, an item left: no signing', async () => {
  const { step, ask, receive, setDesk } = story()
  await setDesk()
  const taken = await step('clerk', await receive(), 'take')
  const decided = await step('clerk', taken, 'items', { items: [{ id: '1', kind: 'refused-internal' }] })
  const signing = await step('clerk', await step('clerk', decided, 'draft'), 'to-head')
  const refused = await ask('street-head', signing, 'sign', { hash: signing.hash })
  expect(codesOf(refused)).toEqual(
    expect.arrayContaining(['reasons-missing', 'evidence-missing', 'outcome-missing']),
  )
  const unknown = await ask('clerk', taken, 'items', { items: [{ id: '9', kind: 'given' }] })
  expect(codeOf(unknown)).toBe('application-changed')
})

test('an ordinary letter has an alarm and no clock until it is confirmed', async () => {
  const { step, receive } = story()
  const page = await receive('clerk', { door: 'post-ordinary' })
  expect([page.application.state, page.application.receivedOn]).toEqual(['arrived', null])
  const confirmed = await step('clerk', page, 'confirm')
  expect(confirmed.application).toMatchObject({ state: 'examining', receivedOn: '2026-11-20' })
})

test('an oral application is read back first; a day to come is refused', async () => {
  const oral = await receiveOf(server, 'clerk', { door: 'oral' })
  expect([oral.status, codesOf(oral)]).toEqual([422, ['application-not-read-back']])
  expect((await receiveOf(server, 'clerk', { door: 'oral', readBack: true })).status).toBe(201)
  expect(codesOf(await receiveOf(server, 'clerk', { on: '2026-11-21' }))).toEqual(['future-day'])
})

test('over the turn of the year: no guess without the holiday table, recomputed with a trace when it comes', async () => {
  on('2026-12-07')
  const page = await story().receive()
  expect([page.application.dueOn, page.progress.dueWords]).toEqual([
    null,
    expect.stringContaining('没有 2027 年的节假日安排'),
  ])
  const list = (await get<ApplicationList>('clerk', '/orgs/ST1/applications')).body
  expect(list.items).toMatchObject([{ number: '2026-ST1-0001', daysLeft: null }])
})

test('the identity opens for who gave a reason, for ten minutes, and never comes back once erased', async () => {
  const { step, receive } = story()
  const page = await receive()
  const path = `/applications/${page.application.id}/identity`
  expect((await get('clerk', path)).status).toBe(404)
  await step('clerk', page, 'open-identity', { reason: '核对邮寄地址' })
  const opened = (await get<ApplicantIdentity>('clerk', path)).body
  // At the counter the proof is seen and recorded: the last four alone.
  expect(opened).toMatchObject({ name: PLANTED.name, proofNumber: '7710', phone: PLANTED.phone })
  expect((await get('clerk-2', path)).status).toBe(404)
  now = new Date(now.getTime() + 11 * 60_000)
  expect((await get('clerk', path)).status).toBe(404)
})

test('who asks is on no surface: rows, log, inbox, lists, answers', async () => {
  const { step } = story()
  for (let n = 0; n < 20; n += 1) {
    const items = [`${PLANTED.name}（${PLANTED.proofNumber}，电话 ${PLANTED.phone}）要第 ${n} 号文件`]
    const page = (
      await receiveOf(server, n % 2 ? 'villager' : 'clerk', { door: n % 2 ? 'platform' : 'fax', items })
    ).body
    if (n % 2 === 0) await step('clerk', page, 'confirm')
    now = new Date(now.getTime() + 86_400_000 / 4)
  }
  await createJobRunner({ services: server.services, handlers: JOB_HANDLERS }).runDue()
  const names = (await server.db.connection.db!.listCollections().toArray()).map(({ name }) => name)
  const planted = Object.values(PLANTED)
  for (const name of names) {
    const rows = JSON.stringify(await server.db.connection.collection(name).find({}).toArray())
    for (const word of planted) expect([name, word, rows.includes(word)]).toEqual([name, word, false])
  }
  const audit = JSON.stringify(await server.db.connection.collection('auditEntries').find({}).toArray())
  expect(audit).toContain('申请人')
  expect(audit).not.toContain(
    `"actorId":"${userId('villager')}","actorName":"人物villager","action":"application`,
  )
  const texts = [
    await get('clerk', '/orgs/ST1/applications?limit=50'),
    await get('villager', '/me/applications'),
    await get('villager', '/me/inbox'),
    await get('villager', '/me/data'),
  ].map(({ text }) => text)
  for (const word of planted) expect(texts.filter(text => text.includes(word))).toEqual([])
})

import { JOB_HANDLERS } from '@server/compose'
import { createJobRunner } from '@server/platform/jobs/runner'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { Jobs } from '@server/platform/jobs/jobs'
import { activeHolidays, warnOfHolidays } from '@server/disclosure/holidays'
import { HolidayYears as Years } from '@server/disclosure/holidays/models/holidayYears'
import { Publications } from '@server/disclosure/publications/models/publications'
import type { HolidayYears } from '@shared/contract/disclosure/holidays'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import type { ObligationList, RecordedTriggerEvent } from '@shared/contract/disclosure/obligation'
import type { ObjectionPage } from '@shared/contract/participation/objection'
import type { WorkCasePage } from '@shared/contract/power/case'
import type { NoticePage } from '@shared/contract/reading/site'
import { publicityWords } from '@shared/presentation/publicityWords'
import { objectionOf } from '../../../support/api/objections'
import { ask, errorOf, openWorld, server, story } from '../../../support/api/workDesk'
import { ITEMS, MEETING, financeContent } from '../../../support/api/world'
import { coreItem, reasonsWithout } from '../../../support/power/core'
import { setDeadlines } from '../../../support/obligations/openObligations'

/** A year without a holiday table: nothing waits for it, everything says so, and all is computed again once it is known. */

openWorld('holidays')

const TABLE = {
  years: {
    '2027': { off: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'], work: ['2027-01-10'] },
  },
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  url: 'https://www.gov.cn/zhengce/2027.htm',
}

let now: jest.SpyInstance
const at = (moment: string) => now.mockImplementation(() => new Date(moment))

beforeEach(() => {
  now = jest.spyOn(server.services.clock, 'now')
  at('2026-12-28T02:00:00Z')
})
afterEach(() => now.mockRestore())

const runJobs = () => createJobRunner({ services: server.services, handlers: JOB_HANDLERS }).runDue()
const traces = async () =>
  (await server.db.of(AuditEntries).find({ action: 'holidays.move' }).lean().exec()).map(
    ({ orgCode, targetId, detail }) => ({
      orgCode,
      targetId,
      ...(detail as { what: string; from: string; to: string }),
    }),
  )

async function publishedNow(): Promise<WorkNoticePage> {
  const signed = await story.agree('supervisor', await story.submit('editor', await story.create('editor')))
  const met = await story.step('head', signed, 'meeting', { ...MEETING, heldOn: '2026-12-28' })
  return story.step('head', met, 'publish')
}
const create = (period: string) => story.create('editor', { content: financeContent(period) })
const pageOf = async (id: string) => (await server.ask<NoticePage>('GET', `/notices/${id}`)).body

async function confirmed(): Promise<string> {
  const id = await story.importHolidays('system-admin', TABLE)
  expect((await ask('security-admin', 'POST', `/holidays/${id}/confirm`, {})).status).toBe(200)
  return id
}

test('publishing on 28 December succeeds, and the page says how its end was computed', async () => {
  const { notice, work } = await publishedNow()
  expect(work.state).toBe('published')
  const { publicity } = await pageOf(notice.id)
  expect(publicity).toMatchObject({ endsOn: '2027-01-04', assumedYears: [2027] })
  expect(publicityWords(publicity)).toContain(
    '公示到2027年1月4日（公示期 5 天）（按周末推算，放假安排公布后重算）',
  )
})

test('the act that a notice waits for, and an order, say it too and move', async () => {
  const { notice } = await publishedNow()
  at('2026-12-30T02:00:00Z')
  const submitted = await story.submit('editor', await create('2026-09'))
  expect(submitted.work.due).toMatchObject({ act: '监督审核', on: '2027-01-06', assumedYears: [2027] })
  const { version } = (await ask<WorkNoticePage>('clerk', 'GET', `/work/${notice.id}`)).body.notice
  const ordered = await ask('clerk', 'POST', `/notices/${notice.id}/order`, {
    version,
    reason: '第二行的金额和凭证不符',
  })
  expect(ordered.status).toBe(200)
  expect((await pageOf(notice.id)).order).toMatchObject({ correctBy: '2027-01-06', assumedYears: [2027] })
  await confirmed()
  await runJobs()
  const { order } = await pageOf(notice.id)
  expect([order!.correctBy, order!.assumedYears]).toEqual(['2027-01-08', undefined])
  const { due } = (await ask<WorkNoticePage>('supervisor', 'GET', `/work/${submitted.notice.id}`)).body.work
  expect(due).toEqual({ act: '监督审核', on: '2027-01-08', late: false })
  const acts = (await traces()).filter(({ what }) => what === '办理期限')
  expect(acts.map(({ targetId, from, to }) => [targetId, from, to])).toEqual(
    expect.arrayContaining([
      [notice.id, '2027-01-06', '2027-01-08'],
      [submitted.notice.id, '2027-01-06', '2027-01-08'],
    ]),
  )
})

test('a running case and what its finished step obliges to disclose', async () => {
  at('2026-12-31T02:00:00Z')
  const items = ['XM-01'].map(code => {
    const item = coreItem(code)
    item.steps[0]!.disclosure ??= item.steps.find(({ disclosure }) => disclosure)!.disclosure
    Object.assign(item.steps[0]!.disclosure!, { area: ITEMS.finance.area, path: ITEMS.finance.path })
    return item
  })
  const reasons = [{ code: 'XM-01', reason: '公开到村里的目录' }, ...reasonsWithout(items)]
  const adoption = { version: 0, model: 0, meeting: '村民代表会议', on: '2026-05-08', inForce: '2026-05-10' }
  expect((await ask('head', 'POST', '/orgs/V1/powers/adopt', { ...adoption, items, reasons })).status).toBe(
    200,
  )
  const opening = { itemCode: 'XM-01', title: '修村东头水渠', amountFen: 6_000_000 }
  const { body: page } = await ask<WorkCasePage>('editor', 'POST', '/orgs/V1/cases', opening)
  const { step, evidence: papers } = page.task!
  const body = { version: page.version, step, papers, files: [], result: null }
  const left = await ask<WorkCasePage>('editor', 'POST', `/cases/${page.id}/finish`, body)
  expect(left.status).toBe(200)
  const assumed = [left.body.clock, left.body.whole].filter(clock => clock?.assumedYears)
  expect(assumed.length).toBeGreaterThan(0)
  const [owed] = left.body.obligations
  expect(owed!.assumedYears).toEqual([2027])
  await confirmed()
  await runJobs()
  const { body: after } = await ask<WorkCasePage>('editor', 'GET', `/work/cases/${page.id}`)
  expect([after.clock, after.whole, after.obligations[0]].filter(one => one?.assumedYears)).toEqual([])
  expect(after.obligations[0]!.dueOn! > owed!.dueOn!).toBe(true)
  const list = (await ask<ObligationList>('head', 'GET', '/orgs/V1/obligations')).body
  expect(list.items.find(({ causeLabel }) => causeLabel.includes('办完'))!.dueOn).toBe(
    after.obligations[0]!.dueOn,
  )
  const traced = await traces()
  expect(traced.map(({ what }) => what)).toContain('公开义务')
  expect(traced.some(({ what, targetId }) => what.endsWith('时限') && targetId === page.id)).toBe(true)
})

test('a year counts once a second person has confirmed it; before that nothing changes', async () => {
  const { notice } = await publishedNow()
  const { status, body } = await ask<HolidayYears>('system-admin', 'POST', '/holidays', TABLE)
  expect(status).toBe(201)
  const [waiting] = body.items
  expect(waiting).toMatchObject({ year: 2027, state: 'waiting', mayConfirm: false, source: TABLE.source })
  expect(waiting!.days).toEqual([
    { date: '2027-01-01', rest: true },
    { date: '2027-01-04', rest: true },
    { date: '2027-01-10', rest: false },
  ])
  expect(waiting!.moves).toEqual([
    {
      kind: 'publicity',
      label: expect.stringContaining('公示期：'),
      id: notice.id,
      orgCode: 'V1',
      from: '2027-01-04',
      to: '2027-01-05',
    },
  ])
  await runJobs()
  expect((await pageOf(notice.id)).publicity).toMatchObject({ endsOn: '2027-01-04' })
  const own = await ask('system-admin', 'POST', `/holidays/${waiting!.id}/confirm`, {})
  expect([own.status, errorOf(own.body).code]).toEqual([403, 'own-holidays'])

  const seen = (await ask<HolidayYears>('security-admin', 'GET', '/holidays')).body
  expect([seen.knownTo, seen.daysLeft, seen.items[0]!.mayConfirm, seen.mayImport]).toEqual(['2026-12-31', 3, true, false]) // prettier-ignore
  const done = await ask<HolidayYears>('security-admin', 'POST', `/holidays/${waiting!.id}/confirm`, {})
  expect(done.body).toMatchObject({
    knownTo: '2027-12-31',
    items: [{ state: 'confirmed', days: [], moves: [] }],
  })
  const again = await ask('security-admin', 'POST', `/holidays/${waiting!.id}/confirm`, {})
  expect([again.status, errorOf(again.body).code]).toEqual([409, 'holidays-confirmed'])
})

test('an open publicity period moves, its bytes stay, and the change is traced and said', async () => {
  const { notice } = await publishedNow()
  const before = await server.db.of(Publications).findOne({ noticeId: notice.id }).lean().exec()
  await confirmed()
  await runJobs()
  const after = await server.db.of(Publications).findOne({ noticeId: notice.id }).lean().exec()
  expect(after!.publicity).toEqual(before!.publicity)
  const { publicity, ledger } = await pageOf(notice.id)
  expect(ledger).toBeDefined()
  expect(publicity.moved).toMatchObject({ endsOn: '2027-01-05', was: '2027-01-04', year: 2027 })
  expect(publicityWords(publicity)).toBe(
    '公示到2027年1月5日（公示期 5 天）。放假安排公布后，公示期改到 1月5日（原按周末推算为 1月4日）',
  )
  expect(await traces()).toEqual([
    { orgCode: 'V1', targetId: notice.id, what: '公示期', from: '2027-01-04', to: '2027-01-05' },
  ])
  const job = await server.db
    .of(Jobs)
    .findOne({ key: `end-publicity:${notice.id}:1` })
    .lean()
    .exec()
  expect(job!.dueAt.toISOString()).toBe('2027-01-05T16:00:00.000Z')
  at('2027-01-05T02:00:00Z')
  await runJobs()
  expect((await pageOf(notice.id)).publicity.over).toBe(false)
  at('2027-01-05T16:00:01Z')
  await runJobs()
  expect((await pageOf(notice.id)).publicity.over).toBe(true)
  expect((await ask<WorkNoticePage>('head', 'GET', `/work/${notice.id}`)).body.work.state).toBe('ended')
})

test('a period that is over stays as it was', async () => {
  const { notice } = await publishedNow()
  at('2027-01-04T16:00:01Z')
  await runJobs()
  await confirmed()
  await runJobs()
  expect((await pageOf(notice.id)).publicity.moved).toBeUndefined()
})

test('objections and obligations are computed again, each with its trace', async () => {
  await setDeadlines(server, { finance: '信息形成之日起5个工作日内', subsidy: null, other: null })
  const { notice } = await publishedNow()
  at('2026-12-30T02:00:00Z')
  const filed = await objectionOf(server, 'villager', notice.id)
  expect(filed.body.objection.assumedYears).toEqual([2027])
  const paid = { kind: 'paid', on: '2026-12-29', itemIds: [ITEMS.finance._id] }
  const { body } = await ask<RecordedTriggerEvent>('clerk', 'POST', '/orgs/V1/events', paid)
  expect(body.obligations).toMatchObject([{ dueOn: '2027-01-05', assumedYears: [2027] }])
  await confirmed()
  await runJobs()
  await runJobs()
  const objection = (await ask<ObjectionPage>('villager', 'GET', `/objections/${filed.body.objection.id}`))
    .body
  expect(objection.objection.assumedYears).toBeUndefined()
  expect(objection.objection.dueOn! >= filed.body.objection.dueOn!).toBe(true)
  const list = (await ask<ObligationList>('head', 'GET', '/orgs/V1/obligations')).body
  expect(list.items.find(({ id }) => id === body.obligations[0]!.id)).toMatchObject({ dueOn: '2027-01-07' })
  expect(list.items.filter(({ assumedYears }) => assumedYears)).toEqual([])
  const traced = await traces()
  expect(traced.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['公示期', '异议答复期限', '公开义务']),
  )
  expect(traced).toContainEqual({
    orgCode: 'V1',
    targetId: body.obligations[0]!.id,
    what: '公开义务',
    from: '2027-01-05',
    to: '2027-01-07',
  })
})

test('a file with faults is refused with all of them; nothing is stored', async () => {
  const bad = {
    ...TABLE,
    years: { '2027': { off: ['2027-02-30'], work: [] }, '2028': { off: [], work: ['2028-01-05'] } },
  }
  const { status, body } = await ask('system-admin', 'POST', '/holidays', bad)
  expect([status, errorOf(body).code]).toEqual([422, 'holidays-invalid'])
  expect(errorOf(body).details).toMatchObject([{ field: '2027.off.0' }])
  const odd = { ...TABLE, years: { '2028': { off: [], work: ['2028-01-05'] } } }
  const details = errorOf((await ask('system-admin', 'POST', '/holidays', odd)).body).details
  expect(details.map(({ message }) => message)).toEqual([
    '2028 年的放假日里没有元旦，请核对是不是漏了',
    '2028-01-05 不是周六、周日，不用写成上班日',
  ])
  const none = await ask('system-admin', 'POST', '/holidays', { ...TABLE, years: {} })
  expect(none.status).toBe(422)
  expect(await server.db.of(Years).countDocuments()).toBe(0)
})

test('a year imported again takes the place of the one that waits; unknown ones are not found', async () => {
  const first = await story.importHolidays('system-admin', TABLE)
  const second = await story.importHolidays('system-admin', TABLE)
  expect(second).not.toBe(first)
  expect(await server.db.of(Years).countDocuments()).toBe(1)
  expect((await ask('security-admin', 'POST', `/holidays/${first}/confirm`, {})).status).toBe(404)
  expect((await activeHolidays(server.db)).has(2027)).toBe(false)
})

test('the operator is warned 60 days before the known holidays end', async () => {
  const warned: unknown[] = []
  const log = { warn: (facts: unknown) => void warned.push(facts) } as never
  await warnOfHolidays(server.db, new Date('2026-11-01T02:00:00Z'), log)
  expect(warned).toEqual([{ knownTo: '2026-12-31', daysLeft: 60 }])
  await warnOfHolidays(server.db, new Date('2026-10-31T02:00:00Z'), log)
  expect(warned).toHaveLength(1)
})

import type { Obligation, ObligationList } from '../../../shared/contract/disclosure/obligation'
import type { DisclosureCalendar, Feed, Home, NoticePage } from '../../../shared/contract/reading/site'
import type { TestServer } from '../../support/api/testServer'
import { STREET, VILLAGE, startSeededServer, tokenIn } from '../../support/reading/seededServer'
import { PowerCases } from '@server/power/cases/models/powerCases'
import { Obligations } from '@server/disclosure/obligations/models/obligations'

/** What the board shows first: the month's account, what can still be objected to, what is late, what is under way. */
let server: TestServer

beforeAll(async () => {
  server = await startSeededServer('board')
})
afterAll(() => server.close())

const home = async (org = VILLAGE) => (await server.ask<Home>('GET', `/home?org=${org}`)).body
const calendar = async (query = '') =>
  (await server.ask<DisclosureCalendar>('GET', `/orgs/${VILLAGE}/calendar${query}`)).body

test('the letter is the newest statement: its figure, both sums, where most went, who signed', async () => {
  const { letter } = await home()
  const { body: page } = await server.ask<NoticePage>('GET', `/notices/${letter!.noticeId}`)
  const summary = page.presented.blocks.find(block => block.kind === 'summary')
  expect(letter!.heading).toBe('10月的账')
  expect(letter!.figure).toEqual({ ...summary?.figure, label: '账上还有' })
  expect(letter!.entries).toBe(letter!.flows.reduce((sum, { count }) => sum + count, 0))
  expect(letter!.flows.map(({ direction, permille }) => [direction, permille])).toEqual([
    ['income', 1000],
    ['expense', 381],
  ])
  expect(letter!.says[0]!.text).toMatch(/^花得最多的是保洁员劳务费，[\d,.]+元。$/)
  expect(letter!.says[1]!.text).toBe(page.explained!.sentences.at(-1))
  expect(letter!.signed).toEqual({
    name: page.signOff!.name,
    role: page.signOff!.role,
    at: page.signOff!.at,
  })
})

test('a street’s letter is never the account of one of its villages', async () => {
  const { letter, recent } = await home(STREET)
  const own = recent.filter(({ regardsName }) => regardsName === null)
  expect(letter?.noticeId ?? null).toBe(own[0]?.id ?? null)
  expect(letter?.entries ?? 0).toBe(0)
})

test('only notices in their publicity period can be objected to, the first to end first', async () => {
  const { open } = await home()
  expect(open!.length).toBeGreaterThan(0)
  expect(open!.map(({ until }) => until)).toEqual(open!.map(({ until }) => until).sort())
  for (const { id, until } of open!) {
    const { body } = await server.ask<NoticePage>('GET', `/notices/${id}`)
    expect(body.publicity.over).toBe(false)
    expect((body.publicity.moved ?? body.publicity).endsOn).toBe(until)
  }
})

test('what is late on the board is what the desk counts, and goes at once when it does not apply', async () => {
  const before = await home()
  const head = tokenIn(server, VILLAGE, 'head')
  const { body: desk } = await server.ask<ObligationList>(
    'GET',
    `/orgs/${VILLAGE}/obligations?show=overdue&limit=50`,
    { token: head },
  )
  expect(before.late!.count).toBe(desk.items.length)
  const [worst] = desk.items
  expect(before.late!.worst).toMatchObject({ cause: worst!.causeLabel, dueOn: worst!.dueOn })
  const marked = await server.ask<Obligation>('POST', `/obligations/${worst!.id}/not-applicable`, {
    token: head,
    body: { reason: '今年没有这件事，村民代表会议上说明过。', version: worst!.version },
  })
  expect(marked.status).toBe(200)
  expect((await home()).late!.count).toBe(before.late!.count - 1)
})

test('collective matters are under way with step and money; services to one person never', async () => {
  const { underWay } = await home()
  expect(underWay!.length).toBeGreaterThan(0)
  const rows = await server.db.of(PowerCases).find({ orgCode: VILLAGE, open: true }).lean()
  for (const matter of underWay!) {
    const row = rows.find(({ _id }) => _id === matter.id)
    expect(row?.state.item.nature).toBe('collective')
    expect(matter.step).toBeLessThanOrEqual(matter.steps)
  }
})

test('a category names the figure of its newest notice as its page does', async () => {
  const { categories } = await home()
  for (const { newest } of categories) {
    const { body } = await server.ask<NoticePage>('GET', `/notices/${newest!.id}`)
    const summary = body.presented.blocks.find(block => block.kind === 'summary')
    expect(newest!.figure).toEqual(summary?.figure ?? null)
  }
  const { body: feed } = await server.ask<Feed>('GET', `/orgs/${VILLAGE}/notices?category=village-finance`)
  expect(feed.items[0]!.figure).toEqual(
    categories.find(({ code }) => code === 'village-finance')!.newest!.figure,
  )
})

describe('the calendar', () => {
  test('has every dated obligation of the year once, by its day, as done, late or due', async () => {
    const { items, year } = await calendar()
    expect(year).toBe(2026)
    expect(items.map(({ dueOn }) => dueOn)).toEqual(items.map(({ dueOn }) => dueOn).sort())
    const rows = await server.db.of(Obligations).find({ orgCode: VILLAGE }).lean()
    const dated = rows.filter(
      ({ dueOn, status }) => dueOn?.startsWith('2026') && ['open', 'done', 'late'].includes(status),
    )
    expect(items.map(({ id }) => id).sort()).toEqual(dated.map(({ _id }) => _id).sort())
    expect(new Set(items.map(({ state }) => state)).size).toBeGreaterThan(2)
    for (const { state, noticeId } of items) expect(noticeId !== null).toBe(state.startsWith('done'))
  })

  test('another year, a year that is none, an organisation that is none', async () => {
    expect((await calendar('?year=2031')).items).toEqual([])
    expect((await server.ask('GET', `/orgs/${VILLAGE}/calendar?year=12`)).status).toBe(400)
    expect((await server.ask('GET', '/orgs/XQ-NOBODY/calendar')).status).toBe(404)
  })
})

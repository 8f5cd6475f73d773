import type { TestServer } from '../../support/api/testServer'
import { reportFigure } from '../../support/figures'
import { byIndex, planOf, watchQueries } from '../../support/reading/plans'
import { STREET, VILLAGE, startSeededServer, tokenIn } from '../../support/reading/seededServer'
import { Publications } from '@server/disclosure/publications/models/publications'

let server: TestServer
let queries: ReturnType<typeof watchQueries>
let looked = 0

beforeAll(async () => {
  server = await startSeededServer('explain')
  queries = watchQueries(server.database.mongoose)
})
afterAll(async () => {
  reportFigure(`P6 ${READS.length} 种公开页面的 ${looked} 个查询都走声明过的索引，扫全表 0 个`)
  queries.stop()
  await server.close()
})
beforeEach(() => void queries.take())

const READS: [string, () => Promise<string>][] = [
  ['home', async () => `/home?org=${VILLAGE}`],
  ['home of nobody in particular', async () => '/home'],
  ['organisations', async () => '/orgs'],
  ['organisation', async () => `/orgs/${VILLAGE}`],
  ['feed', async () => `/orgs/${VILLAGE}/notices`],
  ['feed of a category', async () => `/orgs/${VILLAGE}/notices?category=subsidy`],
  ['feed of a period', async () => `/orgs/${VILLAGE}/notices?period=2026Q2`],
  ['feed of a category and period', async () => `/orgs/${VILLAGE}/notices?category=subsidy&period=2026Q2`],
  ['second page', async () => `/orgs/${VILLAGE}/notices?limit=5&cursor=${await cursorOf('')}`],
  [
    'second page of a category',
    async () =>
      `/orgs/${VILLAGE}/notices?limit=5&category=village-finance&cursor=${await cursorOf('&category=village-finance')}`,
  ],
  [
    'second page of a period',
    async () => `/orgs/${VILLAGE}/notices?limit=2&period=2026Q2&cursor=${await cursorOf('')}`,
  ],
  ['notice', async () => `/notices/${await noticeId()}`],
  ['alongside', async () => `/notices/${await noticeId()}/alongside`],
  ['catalogue', async () => `/orgs/${VILLAGE}/catalogue`],
  ['item', async () => `/catalogue-items/${await itemId()}?org=${VILLAGE}`],
  ['accounts of a year', async () => `/orgs/${VILLAGE}/finance/package?year=2026`],
  ['payouts', async () => `/orgs/${VILLAGE}/payouts?category=social-assistance`],
  ['payouts of a street', async () => `/orgs/${STREET}/payouts?category=subsidy&year=2026`],
  ['search in a village', async () => `/search?org=${VILLAGE}&q=${encodeURIComponent('低保')}`],
  [
    'search for two words in a category',
    async () => `/search?org=${VILLAGE}&category=subsidy&q=${encodeURIComponent('补贴 公开')}`,
  ],
  ['search by initials', async () => `/search?org=${VILLAGE}&q=cwsz&year=2026&minFen=100`],
  ['search with a character left out', async () => `/search?org=${STREET}&q=${encodeURIComponent('财收支')}`],
  ['a plain question', async () => `/search?org=${VILLAGE}&q=${encodeURIComponent('开个证明怎么弄')}`],
  ['search in a street', async () => `/search?org=${STREET}&q=${encodeURIComponent('低保')}`],
]

async function cursorOf(more: string): Promise<string> {
  const { body } = await server.ask<{ nextCursor: string }>('GET', `/orgs/${VILLAGE}/notices?limit=5${more}`)
  queries.take()
  return body.nextCursor
}
const publication = async () => {
  const row = await server.db.of(Publications).findOne({ orgCode: VILLAGE, live: true }).lean()
  queries.take()
  return row!
}
const noticeId = async () => (await publication()).noticeId
const itemId = async () => (await publication()).itemId

/** @returns how many queries there were */
async function expectIndexes(path: string, token?: string): Promise<number> {
  const { status } = await server.ask('GET', path, { token })
  expect(status).toBe(200)
  const finds = queries.take().filter(({ method }) => method.startsWith('find'))
  expect(finds.length).toBeGreaterThan(0)
  for (const query of finds) {
    const stages = await planOf(server.db.connection, query)
    const told = { ...query, stages }
    expect({ ...told, indexed: byIndex(stages) }).toEqual({ ...told, indexed: true })
  }
  return finds.length
}

test.each(READS)('every query of %s walks an index', async (_name, pathOf) => {
  looked += await expectIndexes(await pathOf())
})

const AUDIT = `/audit?org=${STREET}`
const FILTERS = ['&actor=usr_000000', '&action=grant.list', '&outcome=read']
/** Every set of filters, with days and without. */
const LOOKS = FILTERS.reduce<string[]>(
  (sets, one) => [...sets, ...sets.map(set => set + one)],
  [AUDIT],
).flatMap(look => [look, `${look}&from=2026-01-01&to=2026-12-31`])
const OF_ADMINISTRATORS: ['audit-admin' | 'security-admin', string][] = [
  ...LOOKS.map((look): ['audit-admin', string] => ['audit-admin', look]),
  ['audit-admin', `/audit/export?org=${STREET}&outcome=refused`],
  ['security-admin', `/orgs/${VILLAGE}/grants`],
]

test.each(OF_ADMINISTRATORS)('every query of the %s’s %s walks an index', async (role, path) => {
  await expectIndexes(path, tokenIn(server, 'XQ', role))
})

test.each([
  ['audit-admin', `${AUDIT}&limit=1`],
  ['security-admin', `/orgs/${VILLAGE}/grants?limit=1`],
] as const)('so does the second page of the %s’s %s', async (role, path) => {
  const token = tokenIn(server, 'XQ', role)
  for (let n = 0; n < 2; n += 1) {
    await server.ask('GET', AUDIT, { token: tokenIn(server, 'XQ', 'audit-admin') })
  }
  const { body } = await server.ask<{ nextCursor: string }>('GET', path, { token })
  queries.take()
  await expectIndexes(`${path}&cursor=${body.nextCursor}`, token)
})

test('no public read of notices goes without its organisation or its id', async () => {
  for (const [, pathOf] of READS) await server.ask('GET', await pathOf())
  const unbounded = queries
    .take()
    .filter(
      ({ collection, filter }) =>
        collection === 'publications' && !('orgCode' in filter) && !('noticeId' in filter),
    )
  expect(unbounded).toEqual([])
})

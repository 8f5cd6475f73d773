import type { TestServer } from '../../support/api/testServer'
import { reportFigure } from '../../support/figures'
import { STREET, VILLAGE, startSeededServer, tokenIn } from '../../support/reading/seededServer'

/** What mongoose asked the database for: collection, filter, options. */
interface Asked {
  collection: string
  method: string
  filter: Record<string, unknown>
  sort: Record<string, 1 | -1> | null
}

let server: TestServer
let asked: Asked[] = []
let looked = 0

beforeAll(async () => {
  server = await startSeededServer('explain')
  server.database.mongoose.set('debug', (collection: string, method: string, ...args: unknown[]) => {
    const [first, second] = args
    const filter = (method === 'distinct' ? second : first) as Asked['filter']
    const sort = method === 'find' ? ((second as { sort?: Asked['sort'] } | undefined)?.sort ?? null) : null
    asked.push({ collection, method, filter, sort })
  })
})
afterAll(async () => {
  reportFigure(`P6 ${READS.length} 种公开页面的 ${looked} 个查询都走声明过的索引，扫全表 0 个`)
  server.database.mongoose.set('debug', false)
  await server.close()
})
beforeEach(() => {
  asked = []
})

/** Every stage of a winning plan, outermost first. */
function stagesOf(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) return []
  const stage = 'stage' in plan && typeof plan.stage === 'string' ? [plan.stage] : []
  return [
    ...stage,
    ...Object.values(plan).flatMap(value =>
      Array.isArray(value) ? value.flatMap(stagesOf) : stagesOf(value),
    ),
  ]
}

async function planOf({ collection, filter, sort }: Asked): Promise<string[]> {
  const cursor = server.models.connection.collection(collection).find(filter)
  const explained: unknown = await (sort ? cursor.sort(sort) : cursor).explain('queryPlanner')
  return stagesOf((explained as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan)
}

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
  ['search in a village', async () => `/search?org=${VILLAGE}&q=${encodeURIComponent('低保')}`],
  [
    'search for two words in a category',
    async () => `/search?org=${VILLAGE}&category=subsidy&q=${encodeURIComponent('补贴 公开')}`,
  ],
  ['search by initials', async () => `/search?org=${VILLAGE}&q=cwsz&year=2026&minFen=100`],
  ['search with a character left out', async () => `/search?org=${STREET}&q=${encodeURIComponent('财收支')}`],
  ['search in a street', async () => `/search?org=${STREET}&q=${encodeURIComponent('低保')}`],
]

async function cursorOf(more: string): Promise<string> {
  const { body } = await server.ask<{ nextCursor: string }>('GET', `/orgs/${VILLAGE}/notices?limit=5${more}`)
  asked = []
  return body.nextCursor
}
const publication = async () => {
  const row = await server.models.publications.findOne({ orgCode: VILLAGE, live: true }).lean()
  asked = []
  return row!
}
const noticeId = async () => (await publication()).noticeId
const itemId = async () => (await publication()).itemId

/** @returns how many queries there were */
async function expectIndexes(path: string, token?: string): Promise<number> {
  const { status } = await server.ask('GET', path, { token })
  expect(status).toBe(200)
  const queries = asked.filter(({ method }) => method.startsWith('find'))
  expect(queries.length).toBeGreaterThan(0)
  for (const query of queries) {
    const stages = await planOf(query)
    const told = { ...query, stages }
    expect({ ...told, scan: stages.includes('COLLSCAN') }).toEqual({ ...told, scan: false })
    expect(stages.some(stage => /IXSCAN|IDHACK|EXPRESS/.test(stage))).toBe(true)
  }
  return queries.length
}

test.each(READS)('every query of %s walks an index', async (_name, pathOf) => {
  looked += await expectIndexes(await pathOf())
})

const AUDIT = `/audit?org=${STREET}`
const FILTERS = ['&actor=usr_000000', '&action=role.list', '&outcome=read']
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
  asked = []
  await expectIndexes(`${path}&cursor=${body.nextCursor}`, token)
})

test('no public read of notices goes without its organisation or its id', async () => {
  for (const [, pathOf] of READS) await server.ask('GET', await pathOf())
  const unbounded = asked.filter(
    ({ collection, filter }) =>
      collection === 'publications' && !('orgCode' in filter) && !('noticeId' in filter),
  )
  expect(unbounded).toEqual([])
})

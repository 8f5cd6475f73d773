import type { Feed } from '../../../../shared/contract/reading/site'
import type { RemovalRegister } from '../../../../shared/contract/disclosure/removal'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { buildWorld } from '../../../support/api/world'
import { Removals, type RemovalRow } from '@server/disclosure/removals/models/removals'

/** The public register, page by page, however much was ever removed under an organisation. */
let server: TestServer

/** Rows of one instant come in pages too. */
const TOGETHER = 7
const COUNT = 260

const rowOf = (at: number): RemovalRow => ({
  _id: `rmv_${String(at).padStart(20, '0')}`,
  // A proposal that waits is in no register: pages go past it.
  kind: at % 5 === 0 ? 'erasure' : 'withdrawal',
  state: at % 5 === 0 ? 'waiting' : 'confirmed',
  version: 0,
  noticeId: `ntc_${String(at).padStart(20, '0')}`,
  edition: 1,
  orgCode: 'V1',
  path: ['XQ', 'ST1', 'V1'],
  category: 'village-finance',
  itemKey: 'key-finance',
  period: '2026-09',
  regards: null,
  matter: '村级财务 · 财务收支',
  publishedAt: new Date('2026-10-01T00:00:00Z'),
  by: '',
  byName: '',
  at: new Date(Date.parse('2026-10-02T00:00:00Z') + Math.floor(at / TOGETHER) * 60_000),
  reason: '写错了',
  dueOn: null,
  agreed: [],
  outcome: null,
  decidedAt: new Date('2026-10-03T00:00:00Z'),
})

beforeAll(async () => {
  server = await startTestServer('register')
  await buildWorld(server.db)
  await server.db.of(Removals).insertMany(Array.from({ length: COUNT }, (_, at) => rowOf(at)))
})
afterAll(() => server.close())

test('every removal once, the newest first, and no request reads all of them', async () => {
  const find = jest.spyOn(server.db.of(Removals), 'find')
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const more: string = cursor === null ? '' : `&cursor=${cursor}`
    const { body } = await server.ask<RemovalRegister>('GET', `/orgs/V1/removals?limit=20${more}`)
    seen.push(...body.items.map(({ noticeId }) => noticeId))
    expect(body.items.length).toBeLessThanOrEqual(20)
    cursor = body.nextCursor
  } while (cursor !== null)
  const wanted = Array.from({ length: COUNT }, (_, at) => rowOf(at))
    .filter(({ kind }) => kind === 'withdrawal')
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1))
  expect(seen).toEqual(wanted.map(({ noticeId }) => noticeId))
  const asked = find.mock.calls.length
  find.mockRestore()
  expect(asked).toBeLessThanOrEqual(2 * Math.ceil(wanted.length / 20) + 2)
})

test('a list shows the newest of them, and reads no more than it needs', async () => {
  const find = jest.spyOn(server.db.of(Removals), 'find')
  const { body } = await server.ask<Feed>('GET', '/orgs/V1/notices')
  const { calls } = find.mock
  const read = find.mock.results.map(
    ({ value }) => (value as { getOptions(): { limit?: number } }).getOptions().limit,
  )
  find.mockRestore()
  expect(body.removed?.[0]).toMatchObject({ noticeId: rowOf(COUNT - 1).noticeId })
  expect([calls.length > 0, read.every(limit => limit !== undefined && limit <= 100)]).toEqual([true, true])
})

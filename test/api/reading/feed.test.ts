import type { ErrorBody } from '../../../shared/contract/common'
import { Feed, type NoticeSummary } from '../../../shared/contract/reading/site'
import type { TestServer } from '../../support/api/testServer'
import { STREET, VILLAGE, startSeededServer } from '../../support/reading/seededServer'
import { Publications } from '@server/disclosure/publications/models/publications'
import { Notices } from '@server/disclosure/notices/models/notices'
import { newId } from '@server/platform/store/collection'

/** A village whose notices were all published in the same two moments. */
const CROWDED = 'XQ-NY-SB-V02'

let server: TestServer

beforeAll(async () => {
  server = await startSeededServer('feed')
})
afterAll(() => server.close())

async function walk(path: string, limit: number): Promise<NoticeSummary[]> {
  const seen: NoticeSummary[] = []
  let cursor: string | null = null
  do {
    const next: string = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`
    const { status, body } = await server.ask<Feed>('GET', next)
    expect(status).toBe(200)
    const page = Feed.parse(body)
    expect(page.items.length).toBeLessThanOrEqual(limit)
    if (page.nextCursor) expect(page.items).toHaveLength(limit)
    seen.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return seen
}

async function stored(filter: Record<string, unknown>): Promise<string[]> {
  const rows = await server.db
    .of(Publications)
    .find({ live: true, ...filter })
    .sort({ publishedAt: -1, _id: -1 })
    .lean()
  return rows.map(row => row.noticeId)
}

describe('GET /orgs/:code/notices', () => {
  test.each([1, 7, 50])('pages of %i walk the whole feed, without gap or repeat', async limit => {
    const seen = await walk(`/orgs/${VILLAGE}/notices`, limit)
    expect(seen.map(({ id }) => id)).toEqual(await stored({ orgCode: VILLAGE }))
  })

  test('so they do when many notices bear the same moment', async () => {
    const rows = await server.db.of(Publications).find({ orgCode: CROWDED }).lean()
    for (const [index, row] of rows.entries()) {
      const publishedAt = new Date(index % 3 === 0 ? '2026-10-20T02:00:00Z' : '2026-10-20T03:00:00Z')
      await server.db.of(Publications).updateOne({ _id: row._id }, { publishedAt })
    }
    for (const limit of [1, 4, 9]) {
      const seen = await walk(`/orgs/${CROWDED}/notices`, limit)
      expect(seen.map(({ id }) => id)).toEqual(await stored({ orgCode: CROWDED }))
    }
  })

  test('a notice that is published while somebody turns pages moves nothing', async () => {
    const first = await server.ask<Feed>('GET', `/orgs/${VILLAGE}/notices?limit=5`)
    const newest = await server.db.of(Publications).findOne({ orgCode: VILLAGE }).lean()
    await server.db.of(Publications).create([
      {
        ...newest!,
        _id: newId('pub'),
        noticeId: newId('ntc'),
        publishedAt: new Date('2026-11-20T01:00:00Z'),
      },
    ])
    const second = await server.ask<Feed>(
      'GET',
      `/orgs/${VILLAGE}/notices?limit=5&cursor=${first.body.nextCursor}`,
    )
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => id)
    expect(new Set(ids).size).toBe(10)
    expect((await stored({ orgCode: VILLAGE })).slice(1, 11)).toEqual(ids)
  })

  test('by category and by period', async () => {
    const finance = await walk(`/orgs/${VILLAGE}/notices?category=village-finance`, 6)
    expect(finance.map(({ id }) => id)).toEqual(
      await stored({ orgCode: VILLAGE, category: 'village-finance' }),
    )
    const quarter = await walk(`/orgs/${VILLAGE}/notices?period=2026Q2`, 2)
    expect(quarter.map(({ id }) => id)).toEqual(await stored({ orgCode: VILLAGE, period: '2026Q2' }))
    expect(new Set(quarter.map(({ periodLabel }) => periodLabel))).toEqual(new Set(['2026年第二季度']))
  })

  test('a street names the village that each of its notices is about', async () => {
    const notices = await walk(`/orgs/${STREET}/notices`, 50)
    expect(notices.some(({ regardsName }) => regardsName === '柳湾村')).toBe(true)
    expect(notices.some(({ regardsName }) => regardsName === null)).toBe(true)
  })

  test('drafts and what waits for a signature never show', async () => {
    const unpublished = await server.db.of(Notices).find({ state: 'submitted' }).lean()
    expect(unpublished.length).toBeGreaterThan(0)
    const seen = await walk(`/orgs/${unpublished[0]!.orgCode}/notices`, 50)
    expect(seen.map(({ id }) => id)).not.toContain(unpublished[0]!._id)
  })

  test('an organisation without notices has an empty feed', async () => {
    const { body } = await server.ask<Feed>('GET', '/orgs/XQ-DH/notices')
    expect(body).toEqual({ items: [], nextCursor: null, removed: [] })
  })

  test.each([
    ['an unknown organisation', '/orgs/NOBODY/notices', 404, 'org-not-found'],
    ['an unknown category', `/orgs/${VILLAGE}/notices?category=gossip`, 400, 'category-not-found'],
    ['a forged cursor', `/orgs/${VILLAGE}/notices?cursor=bm90aGluZw`, 400, 'invalid-request'],
    [
      'a cursor that is no text of ours',
      `/orgs/${VILLAGE}/notices?cursor=%7B%22%24gt%22%3A1%7D`,
      400,
      'invalid-request',
    ],
    ['a period that is none', `/orgs/${VILLAGE}/notices?period=2026Q5`, 400, 'invalid-request'],
    ['a page of nothing', `/orgs/${VILLAGE}/notices?limit=0`, 400, 'invalid-request'],
    ['a page of everything', `/orgs/${VILLAGE}/notices?limit=1000`, 400, 'invalid-request'],
    ['a number that is none', `/orgs/${VILLAGE}/notices?limit=many`, 400, 'invalid-request'],
    ['an operator', `/orgs/${VILLAGE}/notices?category[$ne]=x`, 400, 'invalid-request'],
    ['an unknown field', `/orgs/${VILLAGE}/notices?sort=asc`, 400, 'invalid-request'],
  ])('%s is refused', async (_what, path, status, code) => {
    const answer = await server.ask<ErrorBody>('GET', path)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    expect(answer.body.error.message).toMatch(/[\u4e00-\u9fff]/)
  })
})

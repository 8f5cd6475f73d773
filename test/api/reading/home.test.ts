import { brotliCompressSync } from 'node:zlib'
import { CATEGORIES, FOCUS_CATEGORIES } from '../../../shared/facts/disclosure/categories'
import type { ErrorBody } from '../../../shared/contract/common'
import { CategoryList, Home, OrgList, OrgPage } from '../../../shared/contract/reading/site'
import type { TestServer } from '../../support/api/testServer'
import { STREET, VILLAGE, startSeededServer } from '../../support/reading/seededServer'
import { Publications } from '@server/disclosure/publications/models/publications'

let server: TestServer

beforeAll(async () => {
  server = await startSeededServer('home')
})
afterAll(() => server.close())

const errorOf = (body: unknown) => (body as ErrorBody).error

describe('GET /home', () => {
  test('the first village, when none is asked for: all five categories, newest first', async () => {
    const { status, body, headers } = await server.ask<Home>('GET', '/home')
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toContain('public')
    expect(headers.get('etag')).toBeTruthy()
    const home = Home.parse(body)
    expect(home.org.code).toBe(VILLAGE)
    expect(home.street?.code).toBe(STREET)
    expect(home.categories.map(({ name }) => name)).toEqual(FOCUS_CATEGORIES.map(({ name }) => name))
    expect(home.categories.every(({ newest }) => newest !== null)).toBe(true)
    expect(home.others).toMatchObject({ code: 'general', name: '其他公开事项' })
    expect(home.others?.newest).not.toBeNull()
    expect(home.newestAt).toBe(home.recent[0]?.publishedAt)
    const times = home.recent.map(({ publishedAt }) => publishedAt)
    expect(times).toEqual([...times].sort().reverse())
    expect(home.contacts.length).toBeGreaterThan(0)
  })

  test('counts what was published this quarter, category by category', async () => {
    const { body } = await server.ask<Home>('GET', `/home?org=${VILLAGE}`)
    for (const { code, countThisQuarter, newest } of [...body.categories, body.others!]) {
      const rows = await server.db
        .of(Publications)
        .find({ orgCode: VILLAGE, live: true, category: code })
        .sort({ publishedAt: -1 })
        .lean()
      const since = new Date('2026-10-01T00:00:00+08:00')
      expect(countThisQuarter).toBe(rows.filter(row => row.publishedAt >= since).length)
      expect(newest?.id).toBe(rows[0]?.noticeId)
    }
  })

  test('is small enough for the first screen: 32 kB of JSON, 8 kB compressed', async () => {
    for (const org of [VILLAGE, STREET]) {
      const { text } = await server.ask('GET', `/home?org=${org}`)
      expect(Buffer.byteLength(text)).toBeLessThan(32_000)
      expect(brotliCompressSync(text).length).toBeLessThan(8_000)
    }
  })

  test('a community, a street and the whole area have a first screen too', async () => {
    for (const org of ['XQ-DH-LX-V03', STREET, 'XQ']) {
      const { status, body } = await server.ask<Home>('GET', `/home?org=${org}`)
      expect(status).toBe(200)
      expect(() => Home.parse(body)).not.toThrow()
    }
    const { body } = await server.ask<Home>('GET', '/home?org=XQ-DH-LX-V03')
    expect(body.org.words).toEqual({ affairs: '居务', residents: '居民', place: '社区' })
  })

  test.each([
    ['an unknown code', '/home?org=XQ-NOBODY', 404, 'org-not-found'],
    ['a code that is none', '/home?org=xq%20lower', 400, 'invalid-request'],
    ['an unknown field', '/home?village=XQ', 400, 'invalid-request'],
    ['a list for a text', `/home?org=${VILLAGE}&org=XQ`, 400, 'invalid-request'],
  ])('%s is refused in Chinese', async (_what, path, status, code) => {
    const answer = await server.ask('GET', path)
    expect(answer.status).toBe(status)
    expect(errorOf(answer.body)).toMatchObject({ code })
    expect(errorOf(answer.body).message).toMatch(/[\u4e00-\u9fff]/)
    expect(answer.text).not.toMatch(/\bat .*\.ts/)
  })
})

describe('organisations and categories', () => {
  test('GET /orgs lists every organisation, parents before children', async () => {
    const { body } = await server.ask<OrgList>('GET', '/orgs')
    const { items } = OrgList.parse(body)
    expect(items).toHaveLength(15)
    const seen = new Set<string | null>([null])
    for (const { code, parentCode } of items) {
      expect(seen).toContain(parentCode)
      seen.add(code)
    }
  })

  test('GET /orgs/:code tells the way up, the supervising body and the words', async () => {
    const { body } = await server.ask<OrgPage>('GET', `/orgs/${VILLAGE}`)
    const org = OrgPage.parse(body)
    expect(org.ancestors.map(({ code }) => code)).toEqual(['XQ', 'XQ-DH', STREET])
    expect(org.supervisorName).toBe('村民监督委员会')
    expect(org.words.residents).toBe('村民')
  })

  test('GET /orgs/:code of nobody is 404', async () => {
    const answer = await server.ask('GET', '/orgs/NOBODY')
    expect([answer.status, errorOf(answer.body).code]).toEqual([404, 'org-not-found'])
  })

  test('GET /categories gives the five and the general one with their templates', async () => {
    const { body } = await server.ask<CategoryList>('GET', '/categories')
    expect(CategoryList.parse(body).items.map(({ code }) => code)).toEqual(CATEGORIES.map(({ code }) => code))
  })
})

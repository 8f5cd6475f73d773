import mongoose from 'mongoose'
import { VillageChoices } from '@shared/contract/reading/site'
import { Orgs } from '@server/people/orgs/models/orgs'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { SAMPLED, reportFigure } from '../../support/figures'
import { FILL_MS, VILLAGES, VILLAGES_OF_STREET, fillLargeArea } from '../../support/reading/largeArea'
import { byId, byIndex, planOf, watchQueries } from '../../support/reading/plans'

let server: TestServer

const range = (length: number) => Array.from({ length }, (_, at) => at)

beforeAll(async () => {
  server = await startTestServer('villages')
  reportFigure(`选村 ${VILLAGES} 个村${SAMPLED}`)
  await fillLargeArea(server.db)
}, FILL_MS)
afterAll(() => server.close())

async function ask(query: Record<string, string>): Promise<VillageChoices> {
  const { status, body } = await server.ask('GET', `/villages?${new URLSearchParams(query).toString()}`)
  expect(status).toBe(200)
  return VillageChoices.parse(body)
}
const namesOf = ({ items }: VillageChoices) => items.map(({ name }) => name)

describe('a village out of many', () => {
  test('is found by its name, full pinyin, the beginning of it, and initials', async () => {
    for (const q of ['石坡7村', '石坡7', 'shipo7cun', 'SHIPO7', 'shi po7', 'sp7c']) {
      const found = await ask({ q })
      expect([q, namesOf(found)[0]]).toEqual([q, '石坡7村'])
      expect(found.items.length).toBeLessThanOrEqual(50)
      expect(found.items[0]?.above).toMatch(/7街道$/)
    }
  })

  test('is found by a part of its name and by a second reading', async () => {
    expect(namesOf(await ask({ q: '杨寨2' }))[0]).toBe('白杨寨2村')
    expect(namesOf(await ask({ q: 'changan6' }))[0]).toBe('长安6村')
    expect(namesOf(await ask({ q: 'lvzhou7' }))[0]).toBe('绿洲7村')
    expect(namesOf(await ask({ q: 'luzhou7' }))[0]).toBe('绿洲7村')
    expect(namesOf(await ask({ q: 'puzi8' }))[0]).toBe('堡子8村')
  })

  test('with a name that many have is narrowed by the name of the street', async () => {
    const many = await ask({ q: '柳湾' })
    expect(many.items).toHaveLength(50)
    const next = await ask({ q: '柳湾', cursor: many.nextCursor ?? '' })
    const codes = [...many.items, ...next.items].map(({ code }) => code)
    expect(new Set(codes).size).toBe(100)
    const one = await ask({ q: '东岭111 柳湾10' })
    expect(one.items.map(({ name, above }) => [name, above])).toEqual([['柳湾10村', '东岭111街道']])
    expect((await ask({ q: '没有这条街 柳湾10' })).items).toEqual([])
  })

  test('is reached step by step, a page at a time, in order and without gaps', async () => {
    const top = await ask({})
    expect(top.trail.map(({ name }) => name)).toEqual(['明源新区'])
    expect(namesOf(top)).toEqual(['第1新城', '第2新城', '第3新城'])
    const first = await ask({ under: 'A-1-7' })
    const second = await ask({ under: 'A-1-7', cursor: first.nextCursor ?? '' })
    expect(first.trail.map(({ code }) => code)).toEqual(['A', 'A-1', 'A-1-7'])
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(
      range(VILLAGES_OF_STREET).map(at => `A-1-7-${at}`),
    )
    expect(second.nextCursor).toBeNull()
  })

  test('is never looked for without an index, and no answer is large', async () => {
    const watch = watchQueries(mongoose)
    const asked: Record<string, string>[] = [
      { q: 'cun' },
      { q: '柳湾' },
      { q: '柳湾 东岭' },
      { under: 'A-1' },
      {},
    ]
    try {
      for (const query of asked) {
        const { text } = await server.ask('GET', `/villages?${new URLSearchParams(query).toString()}`)
        expect(text.length).toBeLessThan(20_000)
      }
      const queries = watch.take().filter(({ collection }) => collection === Orgs.name)
      expect(queries.length).toBeGreaterThan(8)
      for (const query of queries.filter(one => !byId(one))) {
        expect([query.filter, byIndex(await planOf(server.db.connection, query))]).toEqual([
          query.filter,
          true,
        ])
      }
    } finally {
      watch.stop()
    }
  })
})

test.each([
  ['cursor=!', 400],
  ['cursor=bm90aGluZw', 400],
  ['under=NONE', 404],
  [`q=${'x'.repeat(31)}`, 400],
])('%s is refused with %d', async (query, status) => {
  expect((await server.ask('GET', `/villages?${query}`)).status).toBe(status)
})

test.each(['%00', '$ne', '[.*]', '\\', '😀', '   '])('%s finds nothing and does no harm', async q => {
  const { status } = await server.ask('GET', `/villages?q=${encodeURIComponent(q)}`)
  expect(status).toBe(200)
})

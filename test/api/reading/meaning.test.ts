import { SearchPage } from '../../../shared/contract/reading/search'
import type { TestServer } from '../../support/api/testServer'
import { STREET, VILLAGE, startSeededServer } from '../../support/reading/seededServer'

/** Search by meaning over HTTP. */

let server: TestServer

beforeAll(async () => {
  server = await startSeededServer('meaning')
})
afterAll(() => server.close())

async function search(q: string, org = VILLAGE, rest = ''): Promise<SearchPage> {
  const { status, body } = await server.ask('GET', `/search?org=${org}&q=${encodeURIComponent(q)}${rest}`)
  expect(status).toBe(200)
  return SearchPage.parse(body)
}

describe('by rules', () => {
  test('a plain question has the row of the record as its answer, with the source', async () => {
    const page = await search('种地一亩补多少')
    expect(page.items).toEqual([])
    expect(page.answer?.says).toContain('每亩68.50元')
    expect(page.answer?.source.kind).toBe('notice')
    expect(page.near.map(({ id }) => id)).toContain(page.answer?.source.id)
    expect(page.byRules).toBe(true)
  })

  test('a power, a matter under way, a word and a person in office are found beside the notices', async () => {
    expect((await search('开个证明怎么弄')).others?.[0]).toMatchObject({ kind: 'power', id: 'BM-08' })
    expect((await search('渠清淤到哪一步了')).others?.[0]).toMatchObject({ kind: 'case' })
    expect((await search('净值是什么意思')).answer).toMatchObject({ source: { kind: 'term', id: '净值' } })
    expect((await search('村主任电话多少')).others).toContainEqual(
      expect.objectContaining({ kind: 'office', sentence: '029-0000 1101' }),
    )
  })

  test('a service to one person is nobody else’s business, and facets keep to notices', async () => {
    const { others } = await search('一组一户申请低保')
    expect(others?.filter(({ kind }) => kind === 'case')).toEqual([])
    const narrowed = await search('开个证明怎么弄', VILLAGE, '&category=village-finance')
    expect(narrowed.others).toEqual([])
  })

  test('a street is asked too, and words that name nothing have no answer', async () => {
    expect((await search('八十岁老人每个月能领多少', STREET)).near.length).toBeGreaterThan(0)
    expect((await search('xqzzw')).answer).toBeNull()
  })
})

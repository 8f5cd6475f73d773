import { SearchPage } from '../../../shared/contract/reading/search'
import { JOB_HANDLERS } from '@server/compose'
import { createJobRunner, addJob } from '@server/platform/jobs/runner'
import { inTransaction } from '@server/platform/store/transaction'
import { remoteEmbeddings } from '@server/platform/worker/inference/remoteEmbeddings'
import { NO_MODELS, openModels } from '@server/platform/worker/models'
import { dailyVectors } from '@server/reading/site/jobs/refreshVectors'
import { TextVectors } from '@server/reading/site/models/textVectors'
import type { TestServer } from '../../support/api/testServer'
import { STREET, VILLAGE, startSeededServer } from '../../support/reading/seededServer'
import { startVectorServer } from '../../support/search/vectorServer'

/** Search by meaning over HTTP, with vectors from a real server on loopback and without. */

let server: TestServer
let vectors: Awaited<ReturnType<typeof startVectorServer>>

beforeAll(async () => {
  vectors = await startVectorServer()
  server = await startSeededServer('meaning')
})
afterAll(async () => {
  await server.close()
  await vectors.close()
})

async function search(q: string, org = VILLAGE, rest = ''): Promise<SearchPage> {
  const { status, body } = await server.ask('GET', `/search?org=${org}&q=${encodeURIComponent(q)}${rest}`)
  expect(status).toBe(200)
  return SearchPage.parse(body)
}

const modelsOf = (model: string) =>
  openModels({
    names: () => Promise.resolve({ missing: '' }),
    pictures: () => ({ missing: '' }),
    meaning: () =>
      Promise.resolve(
        remoteEmbeddings({ url: vectors.url, model, prefixes: { query: '', passage: '' } }, 1000),
      ),
  })

let turn = 0
/** Runs the job of the night over all organisations. */
async function runNight(): Promise<void> {
  const { services } = server
  const daily = dailyVectors(services.clock.now())
  turn += 1
  await inTransaction(services, tx => addJob(tx, { ...daily, key: `${daily.key}-${turn}`, dueAt: tx.now }))
  const handlers = { 'refresh-vectors': JOB_HANDLERS['refresh-vectors']! }
  await createJobRunner({ services, handlers }).runDue()
}

const countOf = (model: string) => server.db.of(TextVectors).countDocuments({ model })

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

describe('with vectors', () => {
  test('the job makes them all, a search uses them, and the second night makes nothing', async () => {
    server.services.models = modelsOf('one')
    expect((await search('谁家批了盖房子的地')).byRules).toBe(true)
    await runNight()
    const made = await countOf('one')
    expect(made).toBeGreaterThan(100)
    const page = await search('地批给谁家盖房子了')
    expect(page.byRules).toBe(false)
    expect(page.near[0]?.title).toContain('宅基地')
    const before = vectors.asked.length
    await runNight()
    expect(await countOf('one')).toBe(made)
    expect(vectors.asked).toHaveLength(before)
    expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(
      /^mingbai_model_meaning_answered [1-9]/m,
    )
  })

  test('another model makes its own, and the vectors of the first are not mixed in', async () => {
    server.services.models = modelsOf('two')
    expect((await search('老人食堂吃一顿多少钱')).byRules).toBe(true)
    await runNight()
    expect(await countOf('two')).toBe(await countOf('one'))
    expect((await search('中午老人在哪里吃饭')).byRules).toBe(false)
  })

  test.each(['refuses', 'delays', 'other size', 'constant', 'hangs up'] as const)(
    'a server of vectors that %s leaves it to the rules in time, and the server stays ready',
    async mood => {
      server.services.models = modelsOf('two')
      vectors.be(mood)
      const started = Date.now()
      const page = await search(`村里那片茶园包给谁了 ${'甲乙丙丁戊'[turn++ % 5]}`)
      expect(Date.now() - started).toBeLessThan(6000)
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
      expect(page.near.length + (page.others ?? []).length).toBeGreaterThan(0)
      expect(page.byRules).toBe(mood !== 'constant')
      vectors.be('good')
    },
  )

  test('without models the rules run', async () => {
    server.services.models = NO_MODELS
    expect((await search('谁家买农机领补贴了')).byRules).toBe(true)
  })
})

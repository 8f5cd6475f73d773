import type { ColumnPage } from '@shared/contract/reading/column'
import type { FinanceYear } from '@shared/contract/reading/financeYear'
import type { SearchPage } from '@shared/contract/reading/search'
import type { Feed, Home } from '@shared/contract/reading/site'
import type { WorkRemovals } from '@shared/contract/disclosure/removal'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { opened as openedCase } from '../../../authz/rows/cases'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { ITEMS, buildWorld, financeContent, storyOf } from '../../../support/api/world'
import { photo } from '../../../support/files/pictures'
import { type Known, PUBLIC_READS, addressesOf, keyOf, look } from '../../../support/surfaces/walk'
import { eraseByLaw } from '../../../support/removals/eraseByLaw'
import { LEAK } from '../../../support/removals/acts'

/**
 * Words that were withdrawn or erased are on no surface, and every list keeps a row that says so: each public route, in every
 * form it has, and each page without scripts, for a withdrawn and for an erased notice.
 */
jest.setTimeout(180_000)

const WITHDRAWN = '清塘补偿款'
const ERASED = '修渠误工费'
let server: TestServer
let known: Known
const pages: Record<string, WorkNoticePage> = {}

async function publish(period: string, word: string): Promise<WorkNoticePage> {
  const story = storyOf(server)
  const file = await story.attach('editor', { name: `${word}明细.csv`, text: `${word},金额\n一,100\n` })
  const money = financeContent(period)
  const content = {
    ...money,
    title: `${word}公示`,
    blocks: [...money.blocks, { type: 'attachments' as const, label: `${word}附件`, files: [file] }],
  }
  const draft = await story.create('editor', { content })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

const PLAIN = ['/v/V1', '/v/V1/village-finance', '/v/V1/village-finance/2026', '/v/V1/all', '/v/V1/removals', '/v/ST1/removals', '/v/V1/feed.xml', '/sitemap.xml', '/sitemap/ST1.xml'] // prettier-ignore
const asked: readonly string[] = [WITHDRAWN, ERASED, '财务收支']
const plainAddresses = () => [
  ...PLAIN,
  ...asked.map(word => `/v/V1/search?q=${encodeURIComponent(word)}`),
  ...Object.values(pages).map(({ notice }) => `/n/${notice.id}`),
]
/** What was asked is said again by a page of results. */
const without = (words: string, address: string): string =>
  /search\?q=/.test(address) ? words.split(decodeURIComponent(address.split('q=')[1]!)).join('') : words

beforeAll(async () => {
  server = await startTestServer('removal-surfaces', undefined, { RATE_READ: '0' })
  await buildWorld(server.db)
  const story = storyOf(server)
  pages['withdrawn'] = await publish('2026-02', WITHDRAWN)
  pages['erased'] = await publish('2026-05', ERASED)
  const clean = await story.attach('editor', { name: '村规民约.txt', text: '一、遵纪守法。' })
  const picture = await story.attach('editor', { name: '现场.jpg', text: new Uint8Array(await photo()), fields: { reason: '道路施工现场，没有人像' } }) // prettier-ignore
  const standing = financeContent('2026-08')
  const draft = await story.create('editor', {
    content: { ...standing, blocks: [...standing.blocks, { type: 'attachments' as const, label: '附件', files: [clean, picture] }] },
  }) // prettier-ignore
  await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  const matter = await openedCase(story)
  known = {
    orgCode: 'V1',
    noticeIds: Object.values(pages).map(({ notice }) => notice.id),
    itemId: ITEMS.finance._id,
    catalogueId: ITEMS.finance.catalogueId,
    itemKey: ITEMS.finance.key,
    sha256: clean.sha256,
    pictureSha256: picture.sha256,
    powerCode: matter.item.code,
    caseId: matter.id,
    queries: asked,
  }
})
afterAll(() => server.close())

const wordsAt = async (address: string): Promise<string> => {
  const { words } = await look(server, address)
  return words
}
const plainText = async (path: string): Promise<string> => (await fetch(`${server.url}${path}`)).text()

test('the words are there to be found', async () => {
  expect(await plainText('/v/V1')).toContain(WITHDRAWN)
  expect(await wordsAt('/orgs/V1/notices')).toContain(ERASED)
  await storyOf(server).step('editor', pages['withdrawn']!, 'withdraw', LEAK)
  expect((await eraseByLaw(server, pages['erased']!.notice.id)).state).toBe('erased')
})

test.each(PUBLIC_READS.map(route => [keyOf(route), route] as const))(
  '%s gives no removed word away',
  async (_name, route) => {
    for (const address of addressesOf(route, known)) {
      const words = without(await wordsAt(address), address)
      for (const word of [WITHDRAWN, ERASED]) {
        expect([address, words.includes(word)]).toEqual([address, false])
      }
    }
  },
)

test('nor does a page without scripts, a feed or the sitemap', async () => {
  for (const path of plainAddresses()) {
    const words = without(await plainText(path), path)
    for (const word of [WITHDRAWN, ERASED]) expect([path, words.includes(word)]).toEqual([path, false])
  }
})

test('every list keeps a row with day, who and basis', async () => {
  const rows = async <Body>(path: string, pick: (body: Body) => { word: string }[] | undefined) =>
    (pick((await server.ask<Body>('GET', path)).body) ?? []).map(({ word }) => word)
  const both = ['已依法删除', '已撤回，等确认']
  expect(await rows<Home>('/home?org=V1', home => home.removed)).toEqual(both)
  expect(await rows<Feed>('/orgs/V1/notices', feed => feed.removed)).toEqual(both)
  expect(await rows<Feed>('/orgs/V1/notices?category=village-finance', feed => feed.removed)).toEqual(both)
  expect(await rows<Feed>('/orgs/V1/notices?category=subsidy', feed => feed.removed)).toEqual([])
  expect(
    await rows<SearchPage>(`/search?org=V1&q=${encodeURIComponent('财务收支')}`, page => page.removed),
  ).toEqual(both)
  expect(
    await rows<SearchPage>(`/search?org=V1&q=${encodeURIComponent(WITHDRAWN)}`, page => page.removed),
  ).toEqual([])
  expect(await rows<FinanceYear>('/orgs/V1/finance?year=2026', year => year.removed)).toEqual(both)
  const column = (page: ColumnPage) => page.orgs.find(({ org }) => org.code === 'V1')?.removed
  expect(await rows<ColumnPage>(`/orgs/ST1/columns/${ITEMS.finance.key}`, column)).toEqual(both)
  expect(await rows<WorkRemovals>('/orgs/ST1/removals', page => page.items)).toEqual(both)
  for (const path of ['/v/V1', '/v/V1/village-finance', '/v/V1/all/2026', '/v/V1/removals', '/v/ST1/removals', `/v/V1/search?q=${encodeURIComponent('财务收支')}`]) {
    const words = await plainText(path)
    for (const word of [...both, LEAK.reason, '第四十七条第一款第三项：本人撤回了同意', '人物editor']) {
      expect([path, word, words.includes(word)]).toEqual([path, word, true])
    }
  } // prettier-ignore
})

test('what was withdrawn and what was erased both answer 410 on their own pages', async () => {
  for (const [name, { notice }] of Object.entries(pages)) {
    expect([name, (await fetch(`${server.url}/n/${notice.id}`)).status]).toEqual([name, 410])
  }
})

import { eraseByLaw } from '../../support/removals/eraseByLaw'
import { shortCode } from '@shared/presentation/shortCode'
import type { NoticePage } from '@shared/contract/reading/site'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { documentOf } from '@shared/presentation/document'
import { documentLines } from '@shared/presentation/document/text'
import { Notices } from '@server/disclosure/notices/models/notices'
import { Publications } from '@server/disclosure/publications/models/publications'
import { Orgs } from '@server/people/orgs/models/orgs'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, clearNotices, financeContent, storyOf } from '../../support/api/world'
import { elementsOf, recordTextOf, scriptsIn } from '../../support/html/plainPage'
import { xmlElements } from '../../support/html/xml'

/** Pages for readers without scripts, kept as bytes like every public page. */
let server: TestServer
let page: WorkNoticePage
let address: string

beforeAll(async () => {
  server = await startTestServer('plain', undefined, { PAGES_MB: '8' })
  await buildWorld(server.db)
})
beforeEach(async () => {
  await clearNotices(server.db)
  page = await published('2026-10')
  address = `/n/${shortCode(page.notice.id)}`
})
afterAll(() => server.close())

async function published(period: string): Promise<WorkNoticePage> {
  const story = storyOf(server)
  const draft = await story.create('editor', { content: financeContent(period) })
  return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
}

const withdraw = (reason = '误公开了不该公开的内容') =>
  storyOf(server).step('head', page, 'withdraw', {
    reason,
    measures: '已经撤下并告知当事人',
    leaked: ['id'],
    persons: 1,
  })

async function read(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const answer = await fetch(server.url + path, { headers, method, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const base = () => server.services.config.publicBaseUrl
const locations = (xml: string) => xmlElements(xml, 'loc').map(({ text }) => text.replace(base(), ''))

async function everyAddress(): Promise<string[]> {
  const parts = locations((await read('/sitemap.xml')).text)
  const texts = await Promise.all(parts.map(async part => (await read(part)).text))
  return texts.flatMap(locations)
}

test('a notice is a whole page without scripts: its record word by word, its address, its makers', async () => {
  const { status, headers, text } = await read(address)
  const { body } = await server.ask<NoticePage>('GET', `/notices/${page.notice.id}`)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(recordTextOf(text)).toBe(documentLines(documentOf(body.presented.blocks)).join(''))
  expect(elementsOf(text, 'html')[0]!.attributes['lang']).toBe('zh-CN')
  expect(elementsOf(text, 'h1').map(one => one.text)).toEqual([body.notice.title])
  const canonical = elementsOf(text, 'link').find(({ attributes }) => attributes['rel'] === 'canonical')
  expect(canonical!.attributes['href']).toBe(base() + address)
  const graph = elementsOf(text, 'meta').map(({ attributes }) => [attributes['property'], attributes['content']])
  expect(graph).toContainEqual(['og:title', body.share.title])
  expect(text).toContain(`href="/#/pages/notice/index?id=${page.notice.id}"`)
  const [data, ...others] = scriptsIn(text)
  expect([data!.type, others]).toEqual(['application/ld+json', []])
  const dataset = JSON.parse(data!.text) as { '@type': string; publisher: { name: string } }
  expect([dataset['@type'], dataset.publisher.name]).toEqual(['Dataset', '东一村'])
  for (const { attributes } of elementsOf(text, 'link')) {
    expect(['canonical', 'alternate', 'icon']).toContain(attributes['rel'])
    if (attributes['rel'] === 'icon') expect(attributes['href']).toMatch(/^data:/)
  }
}) // prettier-ignore

test('bytes are kept: made once, in three encodings, 304 by the stamp alone, HEAD like GET', async () => {
  const first = await read(address)
  const find = jest.spyOn(server.db.of(Publications), 'findOne')
  const again = await read(address, { 'Accept-Encoding': 'br' })
  expect([again.headers.get('content-encoding'), again.text]).toEqual(['br', first.text])
  const known = await read(address, { 'If-None-Match': first.headers.get('etag')! })
  expect([known.status, known.text]).toEqual([304, ''])
  const head = await read(address, { 'Accept-Encoding': 'identity' }, 'HEAD')
  expect([head.status, head.text]).toEqual([200, ''])
  expect(Number(head.headers.get('content-length'))).toBe(Buffer.byteLength(first.text))
  expect(find).not.toHaveBeenCalled()
  find.mockRestore()
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
})

test('an address with a query is answered and not kept', async () => {
  expect((await read(`${address}?from=group`)).text).toBe((await read(address)).text)
  const find = jest.spyOn(server.db.of(Publications), 'findOne')
  await read(`${address}?from=group`)
  expect(find).toHaveBeenCalled()
  find.mockRestore()
})

test('a withdrawn notice is gone at once: 410 with day, office and reason, a row without words on lists, in no feed', async () => {
  const places = [address, '/v/V1', '/v/V1/village-finance', '/v/V1/feed.xml', '/v/ST1']
  const before = await Promise.all(places.map(place => read(place)))
  expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  await withdraw()
  const { status, text, headers } = await read(address, { 'If-None-Match': before[0]!.headers.get('etag')! })
  expect([status, headers.get('cache-control')]).toEqual([410, 'no-store'])
  const facts = elementsOf(text, 'dd').map(one => one.text)
  expect(facts.slice(0, 3)).toEqual(['11月20日', expect.stringContaining('东一村'), '误公开了不该公开的内容'])
  for (const place of places.slice(1)) {
    const after = await read(place)
    // Lists keep a row without the words; the feed has none.
    expect([place, after.text.includes('已撤回，等确认')]).toEqual([place, place.startsWith('/v/V1') && !place.endsWith('.xml')])
    expect(after.text).not.toContain('土地租金')
  }
  expect(await everyAddress()).not.toContain(address)
}) // prettier-ignore

test('what was erased by law is nowhere: the address says the day and the law', async () => {
  await eraseByLaw(server, page.notice.id)
  const { status, text } = await read(address)
  expect(status).toBe(410)
  expect(elementsOf(text, 'h1')[0]!.text).toBe(
    '这条公示已于2026年11月20日依法删除，依据：《中华人民共和国个人信息保护法》第四十七条第一款第三项；本人撤回了同意；村务监督委员会、东街道同意',
  )
  for (const place of [address, ...(await everyAddress()), '/v/V1/feed.xml', '/v/V1/search?q=财务']) {
    expect([place, (await read(place)).text.includes('2026-10财务收支')]).toEqual([place, false])
  }
})

const NOWHERE = [
  '/n/0000001', '/n/', '/n/abc', `/n/${'9'.repeat(400)}`, '/n/ntc_00000000', '/n/%3Cscript%3E', '/v/NOWHERE', '/v/V1/nothing',
  '/v/V1/all/1999', '/v/V1/all/12345', '/c/NOWHERE', '/c/ST1/key-none', '/sitemap/NOWHERE.xml', '/sitemap/V1.xml', '/v/$where',
] // prettier-ignore

test('what is nowhere is 404 as a page with a way on', async () => {
  for (const path of NOWHERE) {
    const { status, text, headers } = await read(path)
    expect([path, status, headers.get('content-type')]).toEqual([path, 404, 'text/html; charset=utf-8'])
    expect(headers.get('cache-control')).toBe('no-store')
    const links = elementsOf(text, 'a').map(({ attributes }) => attributes['href'])
    expect(links).toEqual(expect.arrayContaining(['/', '/#/pages/search/index']))
    expect(scriptsIn(text)).toEqual([])
  }
})

test('an edition that never was is unknown, an older one says so and leads to the public one', async () => {
  expect((await read(`${address}/2`)).status).toBe(404)
  expect((await read(`${address}/0`)).status).toBe(404)
  const only = await read(`${address}/1`)
  expect(only.status).toBe(200)
  expect(only.text).toContain('<meta name="robots" content="noindex">')
})

test('a code typed from paper leads to its address', async () => {
  const code = shortCode(page.notice.id)
  for (const path of [`/n/${code.slice(0, 3)}-${code.slice(3)}`, `/n?code=${code.slice(0, 3)}+${code.slice(3)}`]) {
    const { status, headers } = await read(path)
    expect([status, headers.get('location')]).toEqual([301, address])
  }
}) // prettier-ignore

test('two notices of one code: the page of the first becomes a choice when the second is published', async () => {
  expect((await read(address)).status).toBe(200)
  const story = storyOf(server)
  const draft = await story.create('editor', { content: financeContent('2026-09') })
  const code = shortCode(page.notice.id)
  await server.db.of(Notices).collection.updateOne({ _id: draft.notice.id as never }, { $set: { shortCode: code } })
  expect((await read(address)).status).toBe(200)
  await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  const { status, text } = await read(address)
  expect(status).toBe(300)
  const links = elementsOf(text, 'a').map(({ attributes }) => attributes['href'])
  expect(links).toEqual(expect.arrayContaining([`/n/${page.notice.id}`, `/n/${draft.notice.id}`]))
  const one = await read(`/n/${page.notice.id}`)
  expect(one.text).toContain(`<link rel="canonical" href="${base()}/n/${page.notice.id}">`)
}) // prettier-ignore

test('the sitemap is sound XML and has every public page; each of them answers', async () => {
  const places = await everyAddress()
  const orgs = await server.db.of(Orgs).distinct('_id').exec()
  const notices = await server.db.of(Publications).distinct('noticeId', { live: true }).exec()
  const items = await server.db.of(CatalogueItems).find({ catalogueId: 'cat_village000001' }).lean().exec()
  expect(places).toEqual(expect.arrayContaining(orgs.map(code => `/v/${code}`)))
  expect(places).toEqual(expect.arrayContaining(notices.map(id => `/n/${shortCode(id)}`)))
  expect(places).toEqual(expect.arrayContaining(items.map(({ key }) => `/c/ST1/${key}`)))
  expect(new Set(places).size).toBe(places.length)
  for (const place of places) expect([place, (await read(place)).status]).toEqual([place, 200])
  const robots = await read('/robots.txt')
  expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(robots.text).toContain(`Sitemap: ${base()}/sitemap.xml`)
})

test('every link of every page leads to a page', async () => {
  const seen = new Set<string>()
  const waiting = ['/v/ST1']
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { status, text } = await read(place)
    expect([place, status]).toEqual([place, 200])
    for (const { attributes } of elementsOf(text, 'a')) {
      const to = attributes['href']!
      if (!/^\/(n|v|c)\//.test(to) || seen.has(to)) continue
      seen.add(to)
      waiting.push(to)
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining([address, '/v/V1', '/v/V1/village-finance', '/c/ST1', '/c/ST1/key-finance']))
}) // prettier-ignore

test('the feed of a village is sound XML with an entry for each notice', async () => {
  const { headers, text } = await read('/v/V1/feed.xml')
  expect(headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
  expect(xmlElements(text, 'item').length).toBe(1)
  expect(xmlElements(text, 'link').map(one => one.text)).toContain(base() + address)
})

test('hostile words come out as words, on every page that shows them', async () => {
  const hostile = `</title></script><script>alert(1)</script>"'><img src=x onerror=alert(1)>`
  await server.db.of(Publications).collection.updateOne(
    { noticeId: page.notice.id },
    { $set: { title: hostile, sentence: hostile } },
  )
  await server.db.of(Orgs).collection.updateOne({ _id: 'V1' as never }, { $set: { name: hostile } })
  await storyOf(server).step('clerk', page, 'order', { reason: '请补上收据编号', correctBy: '2026-12-01' })
  const places = [address, '/v/V1', '/v/V1/all', '/v/ST1', '/c/ST1/key-finance', `/v/V1/search?q=${encodeURIComponent(hostile.slice(0, 50))}`]
  for (const place of places) {
    const { text } = await read(place)
    expect(elementsOf(text, 'img')).toEqual([])
    expect(scriptsIn(text).every(({ type }) => type === 'application/ld+json')).toBe(true)
    for (const { text: data } of scriptsIn(text)) expect(() => JSON.parse(data) as unknown).not.toThrow()
  }
  const feed = await read('/v/V1/feed.xml')
  expect(xmlElements(feed.text, 'item').length).toBe(1)
  await server.db.of(Orgs).collection.updateOne({ _id: 'V1' as never }, { $set: { name: '东一村' } })
}) // prettier-ignore

test('another method is refused, and the addresses of the app still lead to the app', async () => {
  expect((await read(address, {}, 'POST')).status).toBe(405)
  expect((await read('/index.html')).headers.get('content-type')).not.toBe('application/xml')
})

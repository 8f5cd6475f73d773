import { shortCode } from '@shared/presentation/shortCode'
import { request } from 'node:http'
import { JSDOM } from 'jsdom'
import type { ColumnExport, ColumnIndex, ColumnPage } from '@shared/contract/reading/column'
import { refreshObligations } from '../../../server/disclosure/obligations/commands/refreshObligations'
import { inTransaction } from '../../../server/platform/store/transaction'
import { openWorld, server, story } from '../../support/api/workDesk'
import { ITEMS, financeContent } from '../../support/api/world'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Orgs } from '@server/people/orgs/models/orgs'

openWorld('columns')

const QUARTERLY = 'key-quarterly'
const ADDRESS = `/orgs/ST1/columns/${ITEMS.finance.key}`

/** A periodic item in force since August, and the obligations that the day has opened for it. */
async function quarterly(): Promise<void> {
  const { db, clock } = server.services
  const [street] = await db.of(Catalogues).find({ _id: ITEMS.finance.catalogueId }).lean()
  await db
    .of(Catalogues)
    .create([{ ...street!, _id: 'cat_quarterly00001', area: '季度公开', effectiveFrom: '2026-08-01' }])
  await db.of(CatalogueItems).create([
    {
      ...ITEMS.finance,
      _id: 'itm_quarterly00001',
      catalogueId: 'cat_quarterly00001',
      key: QUARTERLY,
      path: ['村级财务', '季度收支'],
      deadline: '每季度结束后15日内',
    },
  ])
  for (const org of await db.of(Orgs).find({ parentCode: 'ST1' }).lean()) {
    await inTransaction({ db, clock }, tx => refreshObligations(tx, org, tx.now))
  }
}

async function published(editor: 'editor' | 'clerk', input: object = {}) {
  const [supervisor, head] = editor === 'editor' ? (['supervisor', 'head'] as const) : (['clerk-2', 'street-head'] as const) // prettier-ignore
  const draft = await story.create(editor, { orgCode: editor === 'editor' ? 'V1' : 'ST1', ...input })
  return story.publish(head, await story.agree(supervisor, await story.submit(editor, draft)))
}

const column = async (address = ADDRESS) => (await server.ask<ColumnPage>('GET', address)).body
const exported = (format: string, address = ADDRESS) =>
  fetch(`${server.url}/api/v1${address}/export?format=${format}`)

/** Asked again by a client that has it: `fetch` would ask for no cache with it. */
const statusAgain = ({ url, headers }: Response): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { headers: { 'If-None-Match': headers.get('etag')! } }, answer => {
      answer.resume()
      resolve(answer.statusCode)
    })
    sent.on('error', reject)
    sent.end()
  })

/** A title that would be markup if anybody let it. */
const ODD = '收支<b>&"公示"\'</b>'
const odd = () => ({ content: { ...financeContent(), title: ODD } })

test('one item, the disclosures of all organisations, the issuer first', async () => {
  const own = await published('editor')
  const above = await published('clerk', { regards: 'V1' })
  const page = await column()
  expect(page.orgs.map(({ org, notices }) => [org.code, notices.map(({ id }) => id)])).toEqual([
    ['ST1', [above.notice.id]],
    ['V1', [own.notice.id]],
    ['V2', []],
  ])
  expect(page.sentence).toBe('3 个单位中有 2 个公开过这一项。')
  expect(page.updatedAt).toBe(page.orgs[0]!.notices[0]!.publishedAt)
})

test('a village is led to the column of the catalogue that is in force for it; a strange key leads nowhere', async () => {
  expect((await column(`/orgs/V1/columns/${ITEMS.finance.key}`)).issuer.code).toBe('ST1')
  expect((await server.ask('GET', '/orgs/ST1/columns/key-nothing')).status).toBe(404)
  expect((await server.ask('GET', `/orgs/ST1/columns/${ITEMS.old.key}`)).status).toBe(404)
  expect((await server.ask('GET', '/orgs/ZZ/columns')).status).toBe(404)
})

test('who is late with a periodic item is named, until it tells of the period', async () => {
  await quarterly()
  const address = `/orgs/ST1/columns/${QUARTERLY}`
  const late = (await column(address)).orgs.filter(({ stale }) => stale !== null)
  expect(late.map(({ org, stale }) => [org.code, stale!.period, stale!.dueOn])).toEqual([
    ['V1', '2026Q3', '2026-10-15'],
    ['V2', '2026Q3', '2026-10-15'],
  ])
  expect(late[0]!.stale!.message).toBe('2026年第三季度的内容应在2026年10月15日前公开，还没有公开。')
  await published('editor', { itemId: 'itm_quarterly00001', content: financeContent('2026-09') })
  const { columns } = (await server.ask<ColumnIndex>('GET', '/orgs/ST1/columns')).body
  expect(columns.find(({ key }) => key === QUARTERLY)).toMatchObject({ disclosing: 1, stale: ['东二村'] })
  expect(columns.map(({ key }) => key)).not.toContain(ITEMS.old.key)
})

test('the exports hold what the page shows, are asked again by their ETag and may be taken in by any site', async () => {
  const { notice } = await published('editor')
  for (const [format, mime] of [
    ['html', 'text/html; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['rss', 'application/rss+xml; charset=utf-8'],
  ] as const) {
    const answer = await exported(format)
    const text = await answer.text()
    expect([format, answer.status, answer.headers.get('content-type')]).toEqual([format, 200, mime])
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('content-disposition')).toBe('inline')
    expect(text).toContain(format === 'html' ? `/n/${shortCode(notice.id)}` : notice.id)
    expect([format, await statusAgain(answer)]).toEqual([format, 304])
  }
  const { column: page, records } = (await (await exported('json')).json()) as ColumnExport
  expect(page).toEqual(await column())
  const shown = (await server.ask<{ presented: object }>('GET', `/notices/${notice.id}`)).body
  expect(records).toEqual([
    expect.objectContaining({ orgCode: 'V1', noticeId: notice.id, edition: 1, presented: shown.presented }),
  ])
  expect((await exported('pdf')).status).toBe(400)
})

test('words are words in every format, never markup', async () => {
  await published('editor', odd())
  const html = new JSDOM(await (await exported('html')).text()).window.document
  expect(html.querySelector('h3')!.textContent).toBe(ODD)
  expect(html.querySelectorAll('b, script')).toHaveLength(0)
  expect(html.querySelectorAll('th[scope=col]').length).toBeGreaterThan(0)
  const { window } = new JSDOM('')
  const rss = new window.DOMParser().parseFromString(await (await exported('rss')).text(), 'application/xml')
  expect(rss.querySelector('item > title')!.textContent).toBe(`东一村：${ODD}`)
})

test('an entry keeps its name; a correction is an entry of its own; a withdrawal takes it away', async () => {
  const page = await published('editor')
  const guids = async () => [...(await (await exported('rss')).text()).matchAll(/<guid[^>]*>([^<]*)/g)].map(([, guid]) => guid) // prettier-ignore
  expect(await guids()).toEqual([`${page.notice.id}/1`])
  expect(await guids()).toEqual([`${page.notice.id}/1`])
  const begun = await story.step('editor', page, 'correct', { reason: '余额写错，按台账更正' })
  const edited = await story.edit('editor', begun, financeContent('2026-10', 20_000))
  const second = await story.publish('head', await story.agree('supervisor', await story.submit('editor', edited))) // prettier-ignore
  expect(await guids()).toEqual([`${page.notice.id}/2`])
  await story.step('editor', second, 'withdraw', {
    reason: '误带了证件号码',
    leaked: ['id'],
    persons: 1,
    measures: '已撤下并告知本人',
  })
  expect(await guids()).toEqual([])
  expect(await (await exported('html')).text()).not.toContain(page.notice.id)
})

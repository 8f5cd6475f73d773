import { bytesOf } from '../support/browser/download'
import { gzipSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { openChromium } from '../support/browser/chromium'
import { H5Visitor } from '../support/browser/h5Visitor'
import { isDiffering, isIdentical, type Library, openLibrary } from '../support/journeys/library'
import { JOURNEY_MS } from '../support/journeys/limits'
import { STREET } from '../support/journeys/clerkStage'
import { readAlongside } from '../support/journeys/reading'
import { publishLists } from '../support/journeys/streetLists'
import { cellsOf } from '../support/obligations/readCells'
import { reportFigure } from '../support/figures'
import { startBuiltServer, type RunningServer } from '../support/server/runningServer'

const FIRST_LOAD_BYTES = 400_000
const MONTHS = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`)

let server: RunningServer
let browser: Browser
let library: Library
let visitor: H5Visitor

jest.setTimeout(JOURNEY_MS)

beforeAll(async () => {
  server = await startBuiltServer('reading')
  browser = await openChromium()
  library = openLibrary(server.url)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
beforeEach(async () => {
  visitor = await H5Visitor.open(browser, server.url)
})
afterEach(() => visitor.close())

it('shows the village’s notice and the street’s the same, character by character', async () => {
  const read = await readAlongside(visitor, library, await library.findPair(isIdentical))
  expect(read.village).toBe(read.record)
  expect(read.street).toBe(read.village)
  expect(read.standard).toBe(read.itemRecord)
  expect(read.item).toBe(read.standard)
  expect(await visitor.errors()).toEqual([])
})

it('names in words what differs between village and street', async () => {
  const { notice, page } = await library.findPair(isDiffering)
  await visitor.visit(`/pages/alongside/index?id=${notice.id}`)
  await visitor.see(page.comparison.sentence)
  const text = await visitor.text()
  expect(text).toContain('不一致')
  for (const field of page.comparison.fields.filter(({ status }) => status === 'differs')) {
    expect(text).toContain(field.label)
  }
})

it('asks the API once for the first screen, within the first load’s size', async () => {
  let bytes = 0
  visitor.page.on('response', async response => {
    const { pathname } = new URL(response.url())
    if (!/\.(js|css|html)$|^\/$/.test(pathname)) return
    const coded = response.headers()['content-encoding']
    const body = await response.body().catch(() => Buffer.alloc(0))
    // The browser hands out decoded bytes; gzip's size is used for br's, which is smaller.
    bytes += coded ? gzipSync(body).length : body.length
  })
  await visitor.visit('/pages/home/index')
  await visitor.see('五类重点公开')
  expect(visitor.requests.map(({ path }) => path)).toEqual(['/api/v1/home?org=XQ-DH-LX-V01'])
  await visitor.page.waitForTimeout(300)
  reportFigure(`P9 H5 first load: ${Math.round(bytes / 1000)} kB compressed (bar 400)`)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_BYTES)
})

it('a year’s payouts: from a category to the scheme, its notice and its guide; the shown tables saved as a workbook', async () => {
  const village = 'XQ-DH-LX-V01'
  await visitor.visit(`/pages/category/index?org=${village}&category=social-assistance`)
  await visitor.press('今年一共发了多少')
  await visitor.see('按项目')
  const saving = visitor.page.waitForEvent('download')
  await visitor.press('存成 Excel 表格')
  const saved = await saving
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(await bytesOf(saved)).buffer)
  const cells: string[] = []
  book.worksheets[0]!.eachRow(row => row.eachCell(cell => void cells.push(cell.text)))
  const { year, schemes } = await library.client.api('GET /orgs/:code/payouts', {
    params: { code: village },
    query: { category: 'social-assistance' },
  })
  for (const { scheme } of schemes) expect(cells).toContain(scheme)
  const text = await visitor.text()
  for (const { scheme, sentence } of schemes) expect(text.replace(/\s/g, '')).toContain((scheme + sentence).replace(/\s/g, '')) // prettier-ignore
  const [batch] = schemes[0]!.batches
  await visitor.press(`${batch!.periodLabel}，`)
  await visitor.see(batch!.title)
  await visitor.press('我也想申请')
  await visitor.see('谁可以申请')
  await visitor.visit(`/packages/finance/pages/year/index?org=${village}&year=${year}`)
  const keeping = visitor.page.waitForEvent('download')
  await visitor.press('存成 Excel 表格')
  const kept = await cellsOf(new Uint8Array(await bytesOf(await keeping)).buffer)
  expect(kept[0]).toEqual([`柳湾村${year}年全年的账`])
  expect(kept.flat()).toContain('各项支出明细')
  const fetching = visitor.page.waitForEvent('download')
  await visitor.press('下载数据包')
  expect(Object.keys(unzipSync(await bytesOf(await fetching)))).toContain('datapackage.json')
  expect(await visitor.errors()).toEqual([])
})

it('can be put on the home screen as an app of its own', async () => {
  await visitor.visit('/pages/home/index')
  const href = await visitor.page.locator('link[rel=manifest]').getAttribute('href')
  const answer = await fetch(`${server.url}${href}`)
  expect(answer.headers.get('content-type')).toContain('application/manifest+json')
  const { icons, ...manifest } = (await answer.json()) as { icons: { src: string }[] }
  expect(manifest).toMatchObject({ name: '明白栏', start_url: '/', display: 'standalone' })
  for (const { src } of icons) {
    expect((await fetch(`${server.url}${src}`)).headers.get('content-type')).toContain('image/svg+xml')
  }
})

it('is read by keyboard alone: from the board to a notice', async () => {
  await visitor.visit('/pages/home/index')
  await visitor.see('五类重点公开')
  const { page } = visitor
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    )
    if (name?.includes('村级财务')) break
  }
  await page.keyboard.press('Enter')
  await visitor.settle()
  expect(await visitor.route()).toBe('pages/category/index')
})

it('keeps 50 notices and itself: without a network they are listed, found and read, with their day', async () => {
  const { page } = visitor
  await publishLists(server, MONTHS, 3)
  const { items, nextCursor } = await library.client.api('GET /orgs/:code/notices', {
    params: { code: STREET },
    query: { limit: 50 },
  })
  const [beyond] = (
    await library.client.api('GET /orgs/:code/notices', {
      params: { code: STREET },
      query: { cursor: nextCursor ?? 'none' },
    })
  ).items
  await page.clock.install()
  await visitor.visit(`/pages/home/index?org=${STREET}`)
  await visitor.see('五类重点公开')
  const ahead = () => visitor.requests.filter(({ path }) => /\/notices\/[^/?]+$/.test(path)).length
  while (ahead() < items.length) {
    await page.clock.fastForward(1_000)
    await page.waitForTimeout(10)
  }
  await visitor.settle()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))

  await visitor.setNetwork('offline')
  const last = items.at(-1)!
  await visitor.visit(`/pages/category/index?org=${STREET}`)
  await visitor.see('没有网络也能看的还有 50 条')
  await visitor.press(last.title)
  await visitor.see(last.sentence)
  await visitor.see('截至')

  await visitor.visit(`/pages/search/index?org=${STREET}&q=${encodeURIComponent(last.title.slice(-4))}`)
  await visitor.see('在手机里留着的 50 条公示里找')
  await visitor.press(last.title)
  expect(await visitor.route()).toBe('pages/notice/index')

  await visitor.visit(`/pages/notice/index?id=${beyond?.id}`)
  await visitor.see('这一页没有保存在手机里')
  await visitor.setNetwork('slow')
  await visitor.page.getByRole('button', { name: '再试一次' }).click()
  await visitor.see('正在打开')
  await visitor.see(beyond?.sentence ?? 'nothing beyond')
})

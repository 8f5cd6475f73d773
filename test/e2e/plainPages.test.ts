import type { Browser, Page } from 'playwright-core'
import { brotliDecompressSync } from 'node:zlib'
import { request } from 'node:http'
import { axeViolations, axeViolationsByNight, clippedTexts, poorPressables } from '../support/browser/audits'
import { openChromium } from '../support/browser/chromium'
import { reportFigure } from '../support/figures'
import { xmlElements } from '../support/html/xml'
import { JOURNEY_MS } from '../support/journeys/limits'
import { startBuiltServer, type RunningServer } from '../support/server/runningServer'

/** Bytes of a notice's page (Brotli) that fit into the first flight of an ordinary connection. */
const MOST_BYTES = 25_000
const WIDTHS = [375, 1280] as const
const PICTURES = process.env.PLAIN_PICTURES

let server: RunningServer
let browser: Browser
/** Paths of the public pages of the seeded area. */
let paths: string[]

jest.setTimeout(JOURNEY_MS)

beforeAll(async () => {
  server = await startBuiltServer('plain')
  browser = await openChromium()
  paths = await publicPaths()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const locations = async (place: string): Promise<string[]> =>
  xmlElements(await (await fetch(server.url + place)).text(), 'loc').map(({ text }) => new URL(text).pathname)

async function publicPaths(): Promise<string[]> {
  const parts = await locations('/sitemap.xml')
  return (await Promise.all(parts.map(locations))).flat()
}

/** Size of a page as it is sent in Brotli. */
const brotliBytes = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'br' }
    request(server.url + path, { headers }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        if (brotliDecompressSync(bytes).length === 0) reject(new Error(`${path} is empty`))
        else resolve(bytes.length)
      })
    })
      .on('error', reject)
      .end()
  })

async function opened(width: number, scripts: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    locale: 'zh-CN',
    viewport: { width, height: 812 },
  })
  return context.newPage()
}

test('without scripts a reader goes from the village to a row of a notice and back', async () => {
  const page = await opened(375, false)
  const village = paths.find(path => /^\/v\/.*V01$/.test(path))!
  await page.goto(server.url + village)
  await page.getByRole('link', { name: /村级财务/ }).first().click()
  await page.locator('.mon .row').first().click()
  expect(await page.locator('.fig__n').first().isVisible()).toBe(true)
  const rows = await page.locator('.t tbody tr').count()
  expect(rows).toBeGreaterThan(0)
  const last = page.locator('.t tbody tr').last()
  await last.scrollIntoViewIfNeeded()
  expect(await last.isVisible()).toBe(true)
  await page.locator('.crumbs a').first().click()
  expect(new URL(page.url()).pathname).toBe(village)
  await page.getByRole('searchbox').fill('财务')
  await page.getByRole('button', { name: '查找' }).click()
  expect(await page.locator('.row').count()).toBeGreaterThan(0)
  await page.context().close()
}) // prettier-ignore

/** One page of each kind. */
function kinds(): string[] {
  const first = (pattern: RegExp) => paths.find(path => pattern.test(path))!
  const notices = paths.filter(path => path.startsWith('/n/'))
  return [
    first(/^\/v\/.*V01$/),
    first(/^\/v\/.*V01\/village-finance$/),
    first(/^\/v\/.*V01\/social-assistance$/),
    first(/^\/v\/[^/]*-LX$/),
    first(/^\/c\/[^/]*$/),
    first(/^\/c\/[^/]*\/.+$/),
    ...notices.filter((_, at) => at % Math.ceil(notices.length / 12) === 0),
    '/n/0000000',
  ].filter(Boolean)
}

test.each(WIDTHS)('%i px: no fault of axe by day or night, nothing cut, pressables of 44', async width => {
  const page = await opened(width, true)
  const faults: string[] = []
  for (const path of kinds()) {
    await page.goto(server.url + path)
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${width}${path.replace(/\//g, '_')}.png`, fullPage: true })
    const found = [
      ...(await axeViolations(page)),
      ...(await axeViolationsByNight(page)),
      ...(await clippedTexts(page)),
      ...(width === 375 ? await poorPressables(page, 44) : []),
    ]
    faults.push(...found.map(fault => `${path}: ${fault}`))
  }
  await page.context().close()
  expect(faults).toEqual([])
}) // prettier-ignore

test('every notice fits into 25 kB, styles and all, and asks for nothing else', async () => {
  const sizes: [string, number][] = []
  for (const path of paths.filter(one => one.startsWith('/n/'))) sizes.push([path, await brotliBytes(path)])
  const sorted = sizes.map(([, bytes]) => bytes).sort((a, b) => a - b)
  expect(sizes.filter(([, bytes]) => bytes > MOST_BYTES)).toEqual([])
  reportFigure(
    `P17 无脚本网页：${sizes.length} 条公示，中间的 ${sorted[sorted.length >> 1]} 字节，最大的 ${sorted.at(-1)} 字节（Brotli）`,
  )
  const page = await opened(375, false)
  const asked: string[] = []
  page.on('request', one => asked.push(one.url()))
  await page.goto(server.url + sizes[0]![0])
  expect(asked.filter(url => !url.endsWith('/favicon.ico'))).toEqual([server.url + sizes[0]![0]])
  await page.context().close()
})

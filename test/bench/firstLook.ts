/**
 * P17 for the web app: what a phone on a slow line (400 kbit/s, 400 ms) shows and when, without anything stored, in Chromium. Bar:
 * first text ≤ 1 s after the first byte.
 */
import type { Page } from 'playwright-core'
import { openChromium } from '../support/browser/chromium'
import { keepReport, median, spread } from '../support/bench/report'
import { startBuiltServer } from '../support/server/runningServer'

const ROUNDS = 5
const BAR_MS = 1_000
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

interface Look {
  /** Milliseconds after the first byte. */
  firstText: number
  content: number
}

/** Opens an address on a slow line; `content`: until the page says the words. */
async function look(page: Page, url: string, words: string): Promise<Look> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', LINE)
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByText(words).first().waitFor({ timeout: 60_000 })
  return page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const [text] = performance.getEntriesByName('first-contentful-paint')
    const began = visit?.responseStart ?? 0
    return { firstText: (text?.startTime ?? NaN) - began, content: performance.now() - began }
  })
}

async function bench(): Promise<void> {
  const server = await startBuiltServer('first-look')
  const browser = await openChromium()
  const looks: Look[] = []
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({
        viewport: { width: 375, height: 667 },
        serviceWorkers: 'block',
      })
      looks.push(await look(await context.newPage(), `${server.url}/#/pages/home/index`, '您是哪个村的'))
      await context.close()
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  const first = looks.map(({ firstText }) => firstText)
  const content = looks.map(one => one.content)
  keepReport({
    bench: 'firstLook',
    command: 'npm run bench firstLook',
    versions: `Node ${process.version}，Chromium`,
    rows: [
      {
        id: 'P17',
        what: '网页首次打开，400 kbit/s、400 毫秒',
        value: `收到第一个字节后 ${spread(first)} 毫秒有字，${spread(content)} 毫秒能选村`,
        bar: '有字 ≤ 1 秒',
        met: median(first) <= BAR_MS,
      },
    ],
    table: [],
  })
}

void bench()

/**
 * P17 for the web app: what a phone on a slow line shows and when, without anything stored, in Chromium. Bar: first text ≤ 1 s after
 * the first byte. The second line is slow 3G as Chromium's own tools have it.
 */
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../support/browser/chromium'
import { keepReport, type Measured, median, spread } from '../support/bench/report'
import { type Line, openSlowLine } from '../support/bench/slowLine'
import { startBuiltServer } from '../support/server/runningServer'

const ROUNDS = 3
const BAR_MS = 1_000
const LINES: readonly Line[] = [
  { kbits: 400, latency: 400 },
  { kbits: 400, latency: 2_000 },
]

interface Look {
  /** Milliseconds from the visit to the first byte; the others count from there. */
  firstByte: number
  firstText: number
  content: number
}

/** Opens an address; `content`: until the page says the words. */
async function look(page: Page, url: string, words: string): Promise<Look> {
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByText(words).first().waitFor({ timeout: 60_000 })
  return page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const [text] = performance.getEntriesByName('first-contentful-paint')
    const firstByte = visit?.responseStart ?? NaN
    return {
      firstByte,
      firstText: (text?.startTime ?? NaN) - firstByte,
      content: performance.now() - firstByte,
    }
  })
}

/** Opens the web app so many times on one line, each time with nothing stored. */
async function looksOn(browser: Browser, server: string, asked: Line): Promise<Look[]> {
  const looks: Look[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const slow = await openSlowLine(server, asked)
    const context = await browser.newContext({
      viewport: { width: 375, height: 667 },
      serviceWorkers: 'block',
    })
    looks.push(await look(await context.newPage(), `${slow.url}/#/pages/home/index`, '您是哪个村的'))
    await context.close()
    await slow.close()
  }
  return looks
}

function measured({ kbits, latency }: Line, looks: readonly Look[]): Measured {
  const byte = looks.map(({ firstByte }) => firstByte)
  const first = looks.map(({ firstText }) => firstText)
  const content = looks.map(one => one.content)
  return {
    id: 'P17',
    what: `网页首次打开，${kbits} kbit/s、${latency} 毫秒`,
    value: `打开后 ${spread(byte)} 毫秒收到第一个字节，再过 ${spread(first)} 毫秒有字，${spread(content)} 毫秒能选村`,
    bar: '有字 ≤ 1 秒',
    met: median(first) <= BAR_MS,
  }
}

async function bench(): Promise<void> {
  const server = await startBuiltServer('first-look')
  const browser = await openChromium()
  const rows: Measured[] = []
  try {
    for (const asked of LINES) rows.push(measured(asked, await looksOn(browser, server.url, asked)))
  } finally {
    await browser.close()
    await server.stop()
  }
  keepReport({
    bench: 'firstLook',
    command: 'npm run bench firstLook',
    versions: `Node ${process.version}，Chromium`,
    rows,
    table: [],
  })
}

void bench()

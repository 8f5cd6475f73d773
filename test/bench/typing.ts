/**
 * P18: how soon a key shows in the form of a notice with 2,000 rows, on a phone six times slower than this machine, in Chromium,
 * compared with last period's list of as many. Each key is one interaction of the Event Timing API, from the press to the next
 * paint (rounded to 8 ms); of 50 keys the slowest does not count, as for INP.
 */
import type { CDPSession, Page } from 'playwright-core'
import { keepReport, median } from '../support/bench/report'
import { openChromium } from '../support/browser/chromium'
import { H5Visitor, SHOWN } from '../support/browser/h5Visitor'
import { STREET } from '../support/journeys/clerkStage'
import { clientOf } from '../support/journeys/library'
import { publishLists } from '../support/journeys/streetLists'
import { startBuiltServer, type RunningServer } from '../support/server/runningServer'

const ROWS = 2_000
const SLOWER = 6
const BAR_MS = 100
const LAST = '2026Q2'
const NOW = '2026Q3'
/** Pauses between keys, ms: a fast typist, a slow one, and those that meet what runs after a pause. */
const PAUSES = [90, 150, 240, 420, 700]

interface Field {
  label: string
  keys: string
}

/** A field that the app knows nothing of: what a key costs in any page, with the measuring. */
const BARE = '不归网页管的空白框'

/** A field of a row, the total below all rows, the title above them. */
const FIELDS: readonly Field[] = [
  { label: '金额（元）', keys: '1234.56 78.9 1234567 12.34 5' },
  { label: '村民小组', keys: 'di san cun min xiao zu' },
  { label: '合计金额（元）', keys: '1200000.50 12.5 3' },
  { label: '标题', keys: 'bu tie fa fang ming dan' },
  { label: BARE, keys: 'bu tie fa fang ming dan' },
]

/** Notes the duration of each interaction in the page, and how many input events came. */
function watchKeys(): void {
  const longest: Record<number, number> = {}
  Object.assign(window, { interactions: longest })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
      const { interactionId = 0, duration } = entry
      if (interactionId > 0) longest[interactionId] = Math.max(longest[interactionId] ?? 0, duration)
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

/** Adds it to the page. */
const bareField = (label: string) => {
  const field = document.createElement('input')
  field.setAttribute('aria-label', label)
  document.querySelector('.taro_page:not(.taro_page_shade)')!.append(field)
}

/** Begins in a field, once nothing is under way any more. */
async function begin(page: Page, label: string): Promise<void> {
  await page.locator(SHOWN).last().getByLabel(label, { exact: true }).first().click()
  await page.waitForTimeout(1_500)
}

const keysOf = (keys: string): string[] => [...keys].map(key => (key === ' ' ? 'Backspace' : key))

/** Types into a field; gives the milliseconds of each key, 8 for those under the threshold of 16. */
async function waits(page: Page, { label, keys }: Field): Promise<number[]> {
  await begin(page, label)
  await page.evaluate(() => {
    const { interactions } = window as unknown as { interactions: Record<number, number> }
    for (const id of Object.keys(interactions)) delete interactions[Number(id)]
  })
  for (const [at, key] of keysOf(keys).entries()) {
    await page.keyboard.press(key)
    await page.waitForTimeout(PAUSES[at % PAUSES.length]!)
  }
  await page.waitForTimeout(1_500)
  const slow = await page.evaluate(() =>
    Object.values((window as unknown as { interactions: Record<number, number> }).interactions),
  )
  return [...slow, ...Array<number>(Math.max(0, keys.length - slow.length)).fill(8)]
}

/** Types into a field; gives the milliseconds of processor time that the page needs from each key to its paint, on the slower phone. */
async function work(page: Page, session: CDPSession, { label, keys }: Field): Promise<number[]> {
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000
  }
  const painted = () =>
    page.evaluate(() => new Promise<void>(done => requestAnimationFrame(() => setTimeout(done))))
  await begin(page, label)
  const each: number[] = []
  for (const [at, key] of keysOf(keys).entries()) {
    const before = await spent()
    await page.keyboard.press(key)
    await painted()
    each.push(((await spent()) - before) * SLOWER)
    await page.waitForTimeout(PAUSES[at % PAUSES.length]!)
  }
  return each
}

/** Address of the form of the running period's list. */
async function formUrl(server: RunningServer): Promise<string> {
  const clerk = await clientOf(server, 'street-clerk')
  const { areas } = await clerk.api('GET /orgs/:code/catalogue', { params: { code: STREET } })
  const item = areas.find(({ area }) => area.includes('养老'))?.items[0]
  return `/packages/staff/pages/edit/index?item=${item?.id}&org=${STREET}&period=${NOW}`
}

/** INP of a list of interactions: one of fifty does not count. */
const inp = (all: readonly number[]): number =>
  [...all].sort((a, b) => b - a)[Math.floor(all.length / 50)] ?? NaN

async function bench(): Promise<void> {
  const server = await startBuiltServer('typing')
  const browser = await openChromium()
  const rows: { field: string; spent: number[]; waited: number[] }[] = []
  try {
    await publishLists(server, [LAST], ROWS)
    const visitor = await H5Visitor.open(browser, server.url)
    await visitor.logIn('street-clerk')
    await visitor.page.addInitScript(watchKeys)
    await visitor.visit(await formUrl(server))
    await visitor.press('用上期的内容')
    await visitor.see(`（${ROWS} 行）`)
    const session = await visitor.page.context().newCDPSession(visitor.page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await visitor.page.evaluate(bareField, BARE)
    for (const field of FIELDS) {
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      const spent = await work(visitor.page, session, field)
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
      rows.push({ field: field.label, spent, waited: await waits(visitor.page, field) })
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  const own = rows.filter(({ field }) => field !== BARE)
  const spent = own.flatMap(one => one.spent)
  const waited = own.flatMap(one => one.waited)
  keepReport({
    bench: 'typing',
    command: 'npm run bench typing',
    versions: `Node ${process.version}，Chromium`,
    rows: [
      {
        id: 'P18',
        what: `${ROWS.toLocaleString('en-US')} 行的名单，打一个字到看见它，处理器时间 × ${SLOWER}`,
        value: `${inp(spent).toFixed(0)} 毫秒（${spent.length} 次按键，中位 ${median(spent).toFixed(0)}）；本机上等了 ${inp(waited)} 毫秒（INP，处理器慢 ${SLOWER} 倍，中位 ${median(waited)}，机器忙时不算）`,
        bar: `< ${BAR_MS} 毫秒`,
        met: inp(spent) < BAR_MS,
      },
    ],
    table: rows.map(
      one =>
        `${one.field}：处理器时间 × ${SLOWER} 最慢 ${inp(one.spent).toFixed(0)}、中位 ${median(one.spent).toFixed(0)} 毫秒；INP ${inp(one.waited)}、中位 ${median(one.waited)} 毫秒`,
    ),
  })
}

void bench()

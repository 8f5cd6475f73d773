/**
 * P18: how soon a key shows in the form of a notice with 2,000 rows, on a phone six times slower than this machine, in Chromium,
 * compared with last period's list of as many. Each key is one interaction of the Event Timing API, from the press to the next
 * paint (rounded to 8 ms); of 50 keys the slowest does not count, as for INP.
 */
import type { Page } from 'playwright-core'
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

/** A field of a row, the total below all rows, the title above them. */
const FIELDS: readonly Field[] = [
  { label: '金额（元）', keys: '1234.56 78.9 1234567 12.34 5' },
  { label: '村民小组', keys: 'di san cun min xiao zu' },
  { label: '合计金额（元）', keys: '1200000.50 12.5 3' },
  { label: '标题', keys: 'bu tie fa fang ming dan' },
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

/** Types into a field; gives the milliseconds of each key, 8 for those under the threshold of 16. */
async function type(page: Page, { label, keys }: Field): Promise<number[]> {
  const field = page.locator(SHOWN).last().getByLabel(label, { exact: true }).first()
  await field.click()
  await page.waitForTimeout(1_500)
  await page.evaluate(() => {
    const { interactions } = window as unknown as { interactions: Record<number, number> }
    for (const id of Object.keys(interactions)) delete interactions[Number(id)]
  })
  for (const [at, key] of [...keys].entries()) {
    await page.keyboard.press(key === ' ' ? 'Backspace' : key)
    await page.waitForTimeout(PAUSES[at % PAUSES.length]!)
  }
  await page.waitForTimeout(1_500)
  const slow = await page.evaluate(() =>
    Object.values((window as unknown as { interactions: Record<number, number> }).interactions),
  )
  return [...slow, ...Array<number>(Math.max(0, keys.length - slow.length)).fill(8)]
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
  const rows: { field: string; all: number[] }[] = []
  try {
    await publishLists(server, [LAST], ROWS)
    const visitor = await H5Visitor.open(browser, server.url)
    await visitor.logIn('street-clerk')
    await visitor.page.addInitScript(watchKeys)
    await visitor.visit(await formUrl(server))
    await visitor.press('用上期的内容')
    await visitor.see(`（${ROWS} 行）`)
    const session = await visitor.page.context().newCDPSession(visitor.page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    for (const field of FIELDS) rows.push({ field: field.label, all: await type(visitor.page, field) })
  } finally {
    await browser.close()
    await server.stop()
  }
  const all = rows.flatMap(one => one.all)
  keepReport({
    bench: 'typing',
    command: 'npm run bench typing',
    versions: `Node ${process.version}，Chromium`,
    rows: [
      {
        id: 'P18',
        what: `${ROWS.toLocaleString('en-US')} 行的名单，处理器慢 ${SLOWER} 倍，打一个字到看见它`,
        value: `${inp(all)} 毫秒（INP，${all.length} 次按键，中位 ${median(all)}）`,
        bar: `< ${BAR_MS} 毫秒`,
        met: inp(all) < BAR_MS,
      },
    ],
    table: rows.map(one => `${one.field}：INP ${inp(one.all)}，中位 ${median(one.all)} 毫秒`),
  })
}

void bench()

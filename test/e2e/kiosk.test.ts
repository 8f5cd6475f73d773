import type { Browser, Page } from 'playwright-core'
import { axeViolations, clippedTexts } from '../support/browser/audits'
import { openChromium } from '../support/browser/chromium'
import { reportFigure } from '../support/figures'
import { JOURNEY_MS } from '../support/journeys/limits'
import { type RunningServer, startBuiltServer } from '../support/server/runningServer'

/** The look-up machine of a hall 自助查询机, in Chromium: idle, back, reload, print, without a network. */
const STREET = '/kiosk/XQ-DH-LX'
const VILLAGE = '/kiosk/XQ-DH-LX-V01'
const SMALLEST_TEXT = 20
const LEAST_CONTRAST = 7
const SMALLEST_TARGET = 64

let server: RunningServer
let browser: Browser

jest.setTimeout(JOURNEY_MS)
beforeAll(async () => {
  server = await startBuiltServer('kiosk')
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function opened(path = VILLAGE): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1080, height: 1600 } })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(server.url + path)
  await page.locator('.tiles').waitFor()
  return page
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const atStart = (page: Page) => page.locator('.tiles').isVisible()

/** From the first screen to a notice of the village's accounts. */
async function openNotice(page: Page): Promise<string> {
  await page.locator('.tiles [data-path$="/village-finance"]').click()
  await page.locator('.mon button.row').first().click()
  await page.locator('#view .title').waitFor()
  await page.locator('#view .stamp').waitFor()
  return (await page.locator('#view .title').textContent())!
}

const kept = (page: Page) =>
  page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    address: location.pathname + location.hash + location.search,
    states: history.length,
    field: document.querySelector('input')?.value ?? '',
  }))

test('nothing is stored, no address and no history changes, whatever is opened or looked for', async () => {
  const page = await opened()
  const before = await kept(page)
  await openNotice(page)
  await button(page, '回到开头').click()
  await page.getByRole('textbox').fill('低保')
  await page.getByRole('button', { name: '查找' }).click()
  await page.locator('#view .row').first().waitFor()
  await button(page, '上一页').click()
  expect(await kept(page)).toEqual(before)
  expect(before).toMatchObject({
    cookies: '',
    local: 0,
    session: 0,
    databases: 0,
    caches: 0,
    workers: 0,
    address: VILLAGE,
  })
  expect(await page.context().cookies()).toEqual([])
  expect(await page.locator('#view a').count()).toBe(0)
  await page.context().close()
})

test('after 50 idle seconds it warns, a touch keeps it, after 60 all of it is dropped', async () => {
  const page = await opened()
  const title = await openNotice(page)
  await page.clock.fastForward(49_000)
  expect(await page.locator('#warning').isVisible()).toBe(false)
  await page.clock.fastForward(3_000)
  expect(await page.locator('#warning').isVisible()).toBe(true)
  expect(await page.locator('#left').textContent()).toMatch(/^[789]$/)
  await button(page, '我还在用').click()
  expect(await page.locator('#warning').isVisible()).toBe(false)
  await page.clock.fastForward(55_000)
  expect(await page.locator('#view .title').textContent()).toBe(title)
  await page.evaluate(() => ((window as { marked?: boolean }).marked = true))
  await page.clock.fastForward(6_000)
  await page.waitForFunction(() => !(window as { marked?: boolean }).marked)
  await page.locator('.tiles').waitFor()
  expect(await page.content()).not.toContain(title)
  expect(await page.evaluate(() => history.length)).toBe(2)
  await page.context().close()
})

test('结束使用 replaces the whole document; reload and back show the first screen alone', async () => {
  const page = await opened()
  const title = await openNotice(page)
  await page.evaluate(() => ((window as { marked?: boolean }).marked = true))
  await button(page, '结束使用').click()
  await page.waitForFunction(() => !(window as { marked?: boolean }).marked)
  await page.locator('.tiles').waitFor()
  expect(await page.content()).not.toContain(title)

  await openNotice(page)
  await page.reload()
  await page.locator('.tiles').waitFor()
  expect(await page.content()).not.toContain(title)

  await openNotice(page)
  await page.goto(`${server.url}/zone/XQ-DH-LX`)
  await page.goBack()
  await page.locator('.tiles').waitFor()
  expect(await page.content()).not.toContain(title)
  const answer = await fetch(server.url + VILLAGE)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  await page.context().close()
})

test('from the back-forward cache nothing comes back either', async () => {
  const page = await opened()
  const title = await openNotice(page)
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  expect(await page.locator('#view').textContent()).toBe('')
  await page.evaluate(() => ((window as { marked?: boolean }).marked = true))
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.waitForFunction(() => !(window as { marked?: boolean }).marked)
  await page.locator('.tiles').waitFor()
  expect(await page.content()).not.toContain(title)
  await page.context().close()
})

test('only a public record is printed: elsewhere there is no button, and the paper stays empty', async () => {
  const page = await opened()
  expect(await page.locator('#print').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('body').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  const title = await openNotice(page)
  await page.evaluate(() => {
    const counted = window as { printed?: number }
    counted.printed = 0
    window.print = () => (counted.printed! += 1)
  })
  await button(page, '打印').click()
  expect(await page.evaluate(() => (window as { printed?: number }).printed)).toBe(1)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#view .title').isVisible()).toBe(true)
  expect(await page.locator('.bar').isVisible()).toBe(false)
  expect(title).not.toBe('')
  await page.context().close()
})

test('without a network: the last public copy with its day; what was not copied says so, a drop keeps the machine in use', async () => {
  const page = await opened()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  const title = await openNotice(page)
  expect(await page.locator('#state').textContent()).toMatch(
    /^网络断了，这是\d+月\d+日\d\d:\d\d公开的内容。$/,
  )
  await button(page, '回到开头').click()
  await page.getByRole('textbox').fill('低保')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByText('这一页现在看不到').waitFor()
  await button(page, '结束使用').click()
  await page.getByText(/网络断了，这是/).waitFor()
  expect([await atStart(page), (await page.locator('#view').textContent())!.includes(title)]).toEqual([
    true,
    false,
  ])
  expect(await page.getByRole('textbox').inputValue()).toBe('')
  await page.context().close()
})

/** Texts below the size or the contrast, and targets below the size or outside the lower half. */
const measured = (page: Page) =>
  page.evaluate(
    ([text, contrast, target]) => {
      const bright = (colour: string) => {
        const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
        const part = (value: number) => {
          const share = value / 255
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        }
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
      }
      const behind = (one: Element | null): string => {
        for (let at = one; at; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor
          if (!/, 0\)$|transparent/.test(colour)) return colour
        }
        return 'rgb(255, 255, 255)'
      }
      const seen = (one: Element) => one.checkVisibility() && one.getBoundingClientRect().width > 1
      const isRead = (holder: Element | null): holder is Element =>
        holder !== null && seen(holder) && !/SCRIPT|STYLE|TEMPLATE/.test(holder.tagName)
      const wordFaults = (holder: Element, words: string): string[] => {
        const { fontSize, color } = getComputedStyle(holder)
        const [a, b] = [bright(color), bright(behind(holder))].sort((x, y) => y - x) as [number, number]
        const ratio = (a + 0.05) / (b + 0.05)
        return [
          ...(parseFloat(fontSize) < text! ? [`${fontSize}: ${words}`] : []),
          ...(ratio < contrast! ? [`${ratio.toFixed(2)}: ${words}`] : []),
        ]
      }
      const isSmall = (one: Element): boolean => {
        const { height, width } = one.getBoundingClientRect()
        return height < target! || width < target!
      }
      const all = (selector: string) => [...document.querySelectorAll(selector)].filter(seen)
      const faults: string[] = []
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (words.nextNode()) {
        const { parentElement: holder, textContent } = words.currentNode
        const said = (textContent ?? '').trim()
        if (said !== '' && isRead(holder)) faults.push(...wordFaults(holder, said))
      }
      const small = all('button,input,summary').filter(isSmall)
      const high = all('.bar button').filter(one => one.getBoundingClientRect().top < innerHeight / 2)
      faults.push(
        ...small.map(one => `small: ${one.textContent}`),
        ...high.map(one => `high: ${one.textContent}`),
      )
      return faults
    },
    [SMALLEST_TEXT, LEAST_CONTRAST, SMALLEST_TARGET],
  )

test.each([VILLAGE, STREET])('%s: large, strong, near the hand, in order for a screen reader', async path => {
  const page = await opened(path)
  const faults: string[] = []
  const look = async (name: string) => {
    const found = [...(await measured(page)), ...(await axeViolations(page)), ...(await clippedTexts(page))]
    faults.push(...found.map(fault => `${name}: ${fault}`))
  }
  await look('start')
  const tiles = await page.locator('.tiles').boundingBox()
  expect(tiles!.y).toBeGreaterThanOrEqual(1600 / 4)
  await page.locator('.tiles button').first().click()
  await page.locator('#view .title').waitFor()
  await look('list')
  await button(page, '回到开头').click()
  await page.getByRole('button', { name: /查阅点和指南/ }).click()
  await page.getByText('当面看、当面问').waitFor()
  await look('zone')
  if (path === VILLAGE) {
    await button(page, '回到开头').click()
    await openNotice(page)
    await look('notice')
  }
  expect(faults).toEqual([])
  reportFigure(
    `kiosk 自助查询机 ${path}: text ≥ ${SMALLEST_TEXT} px, contrast ≥ ${LEAST_CONTRAST}, targets ≥ ${SMALLEST_TARGET} px`,
  )
  await page.context().close()
})

test('it reads the page aloud sentence by sentence, and falls silent with the visitor', async () => {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1080, height: 1600 } })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const spoken: string[] = []
    Object.assign(window, { spoken })
    window.speechSynthesis.speak = utterance => void spoken.push(utterance.text)
  })
  await page.goto(server.url + VILLAGE)
  await openNotice(page)
  await button(page, '念给我听').click()
  const said = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
  expect(said).toHaveLength(1)
  expect(await page.locator('.spoken').textContent()).toContain(said[0]!)
  await button(page, '回到开头').click()
  expect(await page.locator('.spoken').count()).toBe(0)
  await context.close()
})

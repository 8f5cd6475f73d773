import type { Browser, BrowserContext, ElementHandle, Page } from 'playwright-core'
import { PERSONAS } from '../../../server/demo/seed/personas'
import type { Visitor } from '../journeys/visitor'
import type { NetworkState } from '../weapp/types'

/** The page that Taro shows now; the ones below it stay in the document. */
export const SHOWN = '.taro_page:not(.taro_page_shade)'

/** The first village of the demonstration. */
const VILLAGE = 'XQ-DH-LX-V01'

const PATIENCE_MS = 60_000
const QUIET_MS = 80
const SLOW_MS = 1_500
const LOOK_EVERY_MS = 30

export interface H5Options {
  theme?: 'light' | 'dark'
  width?: number
  height?: number
  /** What the app finds in its storage: key → value. */
  storage?: Record<string, unknown>
  /** Has chosen no village before. */
  newcomer?: boolean
}

/** One request to the API that the page has sent. */
export interface ApiRequest {
  method: string
  path: string
}

/** The H5 app in a tab of its own. */
export class H5Visitor implements Visitor {
  readonly requests: ApiRequest[] = []
  private readonly problems: string[] = []
  private pending = 0
  private changedAt = Date.now()
  private file: string | null = null

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly server: string,
  ) {}

  static async open(browser: Browser, server: string, options: H5Options = {}): Promise<H5Visitor> {
    const { theme = 'light', width = 375, height = 667, newcomer = false } = options
    const storage = { ...(!newcomer && { village: VILLAGE }), ...options.storage }
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: 2,
      colorScheme: theme,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(PATIENCE_MS)
    // tsx calls this helper in the functions that it hands to the page.
    await context.addInitScript({ content: 'globalThis.__name ??= value => value' })
    await context.addInitScript(entries => {
      // Between two pages the tab shows about:blank, which has no storage.
      if (location.protocol === 'about:') return
      for (const [key, data] of Object.entries(entries)) {
        if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ data }))
      }
    }, storage)
    const visitor = new H5Visitor(await context.newPage(), context, server)
    visitor.watch()
    return visitor
  }

  private watch(): void {
    const { page } = this
    const done = () => {
      this.pending -= 1
      this.changedAt = Date.now()
    }
    page.on('request', request => {
      this.pending += 1
      this.changedAt = Date.now()
      const { pathname, search } = new URL(request.url())
      if (pathname.startsWith('/api/')) {
        this.requests.push({ method: request.method(), path: pathname + search })
      }
    })
    page.on('requestfinished', done)
    page.on('requestfailed', done)
    page.on('filechooser', chooser => void (this.file && chooser.setFiles(this.file)))
    page.on('pageerror', problem => this.problems.push(`page: ${problem.stack ?? problem.message}`))
    page.on('console', message => {
      if (message.type() === 'error') {
        this.problems.push(`console: ${message.text()} ${message.location().url}`)
      }
    })
  }

  errors = () => Promise.resolve([...this.problems])
  route = () => Promise.resolve(new URL(this.page.url()).hash.slice(2).split('?')[0] ?? '')
  text = () => this.page.locator(SHOWN).last().innerText()
  readAll = (selector: string) => this.page.locator(`${SHOWN} :is(${selector})`).allTextContents()

  async visit(url: string): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(`${this.server}/#${url}`)
    await this.settle()
  }

  async press(name: string, role?: 'button' | 'link' | 'tab'): Promise<void> {
    while (!(await this.clickOn(await this.findToPress(name, role)))) await this.settle()
    await this.settle()
  }

  /** False: the page was loaded again between the look and the press, and has to be looked at again. */
  private async clickOn(element: ElementHandle<HTMLElement>): Promise<boolean> {
    try {
      await element.click({ timeout: PATIENCE_MS })
      return true
    } catch (problem) {
      if (problem instanceof Error && problem.message.includes('from a different document')) return false
      throw problem
    }
  }

  /** What is not there yet may still come. */
  private async findToPress(name: string, role?: string): Promise<ElementHandle<HTMLElement>> {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      const found = await this.page.evaluateHandle(findPressable, { name, role, root: SHOWN })
      const element = found.asElement() as ElementHandle<HTMLElement> | null
      if (element) return element
      if (Date.now() > end) {
        throw new Error(`nothing to press is called "${name}"; the page says:\n${await this.text()}`)
      }
      await this.page.waitForTimeout(LOOK_EVERY_MS)
    }
  }

  async write(label: string, value: string): Promise<void> {
    await this.field(label).fill(value)
    await this.settle()
  }

  async choose(field: string, option: string): Promise<void> {
    await this.field(field).selectOption({ label: option })
    await this.settle()
  }

  async pickDate(field: string, day: string): Promise<void> {
    await this.write(field, day)
  }

  private field(label: string) {
    return this.page.locator(SHOWN).last().getByLabel(label, { exact: true }).first()
  }

  async see(text: string): Promise<void> {
    const squeezed = async () => (await this.text()).replace(/\s+/g, ' ')
    const end = Date.now() + PATIENCE_MS
    while (!(await squeezed()).includes(text)) {
      if (Date.now() > end) {
        throw new Error([`the page never said "${text}":`, await this.text(), ...this.problems].join('\n'))
      }
      await this.page.waitForTimeout(LOOK_EVERY_MS)
    }
  }

  async holdFile(path: string): Promise<void> {
    this.file = path
  }

  async goBack(): Promise<void> {
    await this.page.goBack()
    await this.settle()
  }

  async setNetwork(state: NetworkState): Promise<void> {
    await this.context.setOffline(state === 'offline')
    await this.page.unroute('**/api/**')
    if (state !== 'slow') return
    await this.page.route('**/api/**', async route => {
      await new Promise(resolve => setTimeout(resolve, SLOW_MS))
      await route.continue()
    })
  }

  /** The browser has no WeChat login: the person is picked from the demonstration's list. */
  async logIn(persona: string): Promise<void> {
    await this.visit('/pages/mine/index')
    if ((await this.text()).includes('退出登录')) await this.press('退出登录')
    if (!(await this.text()).includes('✓ 我已看过并同意')) await this.press('我已看过并同意')
    const name = PERSONAS.find(({ code }) => code === persona)?.name ?? persona
    await this.press(`${name}（`)
    await this.see('退出登录')
  }

  /** Wait until nothing is being fetched and the page has stood still. */
  async settle(): Promise<void> {
    const end = Date.now() + PATIENCE_MS
    let last = ''
    for (;;) {
      const now = await this.page.evaluate(root => document.querySelector(root)?.innerHTML ?? '', SHOWN)
      if (now !== last) this.changedAt = Date.now()
      last = now
      if (this.pending === 0 && now !== '' && Date.now() - this.changedAt >= QUIET_MS) return
      if (Date.now() > end) throw new Error(`the page never came to rest: ${this.page.url()}`)
      await this.page.waitForTimeout(20)
    }
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}

/** Runs in the page: the shown element with this accessible name, exact first, else the first that contains it. */
function findPressable({ name, role, root }: { name: string; role?: string; root: string }): Element | null {
  const TAGS: Record<string, string> = { link: 'a[href]', button: 'button', tab: '[role=tab]' }
  const tags = TAGS[role ?? ''] ?? 'button, a[href], summary'
  const pages = document.querySelectorAll(root)
  const page = pages[pages.length - 1]
  const shown = [...(page?.querySelectorAll(tags) ?? [])].filter(
    element => element.getClientRects().length > 0,
  )
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return (
    shown.find(element => nameOf(element) === name) ??
    shown.find(element => nameOf(element).includes(name)) ??
    null
  )
}

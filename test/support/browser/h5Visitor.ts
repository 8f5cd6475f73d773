import type { Browser, BrowserContext, ElementHandle, Page } from 'playwright-core'
import { PERSONAS } from '../../../server/demo/seed/personas'
import type { Opener } from '../anyPage/opener'
import type { Walker } from '../reach/walk'
import type { NetworkState } from '../weapp/types'
import { findPressable, listPressables, waysOf } from './pressables'

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
  /** What the console may say without that it counts as an error: answers of the server that the test is about. */
  expects?: RegExp
  /** How many times faster than real time the timers of the app run. */
  haste?: number
}

/** One request to the API that the page has sent. */
export interface ApiRequest {
  method: string
  path: string
}

/** The H5 app in a tab of its own. */
export class H5Visitor implements Walker, Opener {
  readonly requests: ApiRequest[] = []
  private readonly problems: string[] = []
  private pending = 0
  private changedAt = Date.now()
  private file: string | null = null

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly server: string,
    private readonly expects: RegExp | undefined,
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
    if (options.haste) await context.addInitScript(hurry, options.haste)
    const visitor = new H5Visitor(await context.newPage(), context, server, options.expects)
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
    page.on('dialog', dialog => {
      if (dialog.type() === 'alert') this.problems.push(`alert: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', problem => this.problems.push(`page: ${problem.stack ?? problem.message}`))
    page.on('console', message => {
      const said = `${message.text()} ${message.location().url}`
      if (message.type() === 'error' && !this.expects?.test(said)) this.problems.push(`console: ${said}`)
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

  /** An address put into the bar of the browser while the app runs. */
  async openAddress(url: string): Promise<void> {
    if (!this.page.url().startsWith(this.server)) return this.visit(url)
    await this.page.evaluate(address => (location.hash = address), url)
    await this.settle()
  }

  private pressables = () => this.page.evaluate(listPressables, SHOWN)
  ways = async () => waysOf(await this.pressables())
  pressableNames = async () => (await this.pressables()).map(({ name }) => name)
  choicesOf = (list: string) => this.field(list).locator('option:enabled').allTextContents()
  /** The router counts its pages in the history: those in the document may be some that are on their way out. */
  depth = () => this.page.evaluate(() => ((history.state as { idx?: number } | null)?.idx ?? 0) + 1)

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

/** Runs in the page before the app: its timers run faster. */
function hurry(haste: number): void {
  const real = window.setTimeout
  const fast = (work: TimerHandler, delay = 0, ...given: unknown[]) => real(work, delay / haste, ...given)
  Object.assign(window, { setTimeout: fast })
}

import type { WeappBundle } from '../types'
import { watchSetData } from './cost'
import type { AssociatedBackend, Caller, CodeSpace, Root } from './glassEasel'
import type { Journal } from './journal'
import { resolveModule } from './modules'
import { recordOf } from './record'

export interface OpenPage {
  route: string
  root: Root
  page: Caller
  /** Navigation bar and page, in the document. */
  frame: HTMLElement
  bar: HTMLElement
  /** Bytes of each `setData`. */
  setData: number[]
}

interface Parts {
  bundle: WeappBundle
  backend: AssociatedBackend
  space: CodeSpace
  journal: Journal
  /** Run the script of a page and of the components it uses. */
  define(route: string): void
}

/** The query of a URL. WeChat hands the values over as they came, so nothing is decoded. */
export function parseQuery(url: string): Record<string, string> {
  const pairs = (url.split('?')[1] ?? '').split('&').filter(pair => pair !== '')
  return recordOf(
    pairs.map(pair => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

/** The pages that are open, the tabs that stay alive, and the lifecycle between them. */
export class PageStack {
  private readonly pages: OpenPage[] = []
  private readonly tabs = new Map<string, OpenPage>()
  private readonly known: Set<string>

  constructor(private readonly parts: Parts) {
    const { pages, subPackages = [] } = parts.bundle.app
    const inPackages = subPackages.flatMap(({ root, pages }) =>
      pages.map(page => resolveModule('', `${root}/${page}`)),
    )
    this.known = new Set([...pages, ...inPackages])
    this.drawTabBar()
  }

  routes = () => this.pages.map(({ route }) => route)
  callers = () => this.pages.map(({ page }) => page)
  exists = (route: string) => this.known.has(route)
  isTab = (route: string) => this.parts.bundle.app.tabBar?.list.some(tab => tab.pagePath === route) ?? false

  private last = (): OpenPage | undefined => this.pages[this.pages.length - 1]

  top(): OpenPage {
    const page = this.last()
    if (!page) throw new Error('no page is open')
    return page
  }

  /** Route of a URL, relative to the visible page. */
  resolve(url: string): string {
    return resolveModule(this.last()?.route ?? '', url.split('?')[0] ?? '')
  }

  open(url: string): void {
    const route = this.resolve(url)
    if (!this.exists(route)) throw new Error(`page "${route}" is not found`)
    const query = parseQuery(url)
    this.parts.define(route)
    this.hideTop()
    const opened = this.build(route, query)
    this.pages.push(opened)
    if (this.isTab(route)) this.tabs.set(route, opened)
    this.notify(opened, 'onLoad', query)
    this.showTop()
    void Promise.resolve().then(() => this.notify(opened, 'onReady'))
  }

  switchTab(url: string): void {
    const route = this.resolve(url)
    while (this.pages.length > 1) this.closeTop()
    this.hideTop()
    this.pages.length = 0
    const alive = this.tabs.get(route)
    if (!alive) return this.open(`/${url.replace(/^\//, '')}`)
    this.pages.push(alive)
    this.showTop()
  }

  back(delta: number): void {
    if (this.pages.length < 2) return
    for (let left = delta; left > 0 && this.pages.length > 1; left -= 1) this.closeTop()
    this.showTop()
  }

  closeTop(): void {
    const closed = this.pages.pop()
    if (closed) this.destroy(closed)
  }

  closeAll(): void {
    while (this.pages.length > 0) this.closeTop()
    for (const page of this.tabs.values()) this.destroy(page)
  }

  setTitle(title: string): void {
    this.top().bar.textContent = title
  }

  hideTop(): void {
    const page = this.last()
    if (!page) return
    page.frame.style.display = 'none'
    this.notify(page, 'onHide')
  }

  showTop(): void {
    const page = this.top()
    page.frame.style.display = ''
    document.querySelector('.phone-tabs')?.toggleAttribute('hidden', !this.isTab(page.route))
    this.notify(page, 'onShow')
  }

  /** Call a method of a page, if it has it; its errors are the app's. */
  notify(target: OpenPage, method: string, ...args: unknown[]): unknown {
    const handler = (target.page as unknown as Record<string, unknown>)[method]
    if (typeof handler !== 'function') return undefined
    return this.parts.journal.guard(
      `${target.route} ${method}`,
      () => handler.apply(target.page, args) as unknown,
    )
  }

  private destroy(page: OpenPage): void {
    this.notify(page, 'onUnload')
    page.root.release()
    page.frame.remove()
    this.tabs.delete(page.route)
  }

  private build(route: string, query: Record<string, string>): OpenPage {
    const { bundle, backend, space } = this.parts
    const frame = document.createElement('div')
    frame.className = 'phone-page'
    const bar = document.createElement('div')
    bar.className = 'phone-bar'
    bar.textContent =
      bundle.configs[route]?.navigationBarTitleText ?? bundle.app.window?.navigationBarTitleText ?? ''
    const placeholder = document.createElement('div')
    frame.append(bar, placeholder)
    document.body.append(frame)
    const root = backend.createRoot('page', space, route)
    const page = root.get()
    for (const [key, value] of Object.entries({ route, __route__: route, options: query })) {
      Object.defineProperty(page, key, { value, configurable: true })
    }
    const setData: number[] = []
    watchSetData(page, bytes => setData.push(bytes))
    root.attach(frame as never, placeholder as never)
    return { route, root, page, frame, bar, setData }
  }

  private drawTabBar(): void {
    const tabs = this.parts.bundle.app.tabBar?.list ?? []
    if (tabs.length === 0) return
    const bar = document.createElement('div')
    bar.className = 'phone-tabs'
    bar.setAttribute('role', 'tablist')
    for (const { pagePath, text } of tabs) {
      const tab = document.createElement('a')
      tab.setAttribute('role', 'tab')
      tab.textContent = text
      tab.addEventListener('click', () => this.switchTab(`/${pagePath}`))
      bar.append(tab)
    }
    document.body.append(bar)
  }
}

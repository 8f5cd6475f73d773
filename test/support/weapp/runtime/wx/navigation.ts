import type { Journal } from '../journal'
import type { PageStack } from '../pageStack'
import { asynchronous, WxFailure, type WxWork } from './callbacks'
import { recordOf } from '../record'

/** WeChat keeps at most ten pages open. */
const STACK_LIMIT = 10

/** `navigateTo` and its brothers, with WeChat's refusals. */
export function navigationApi(stack: PageStack): Record<string, unknown> {
  const checked = (url: unknown) => {
    const route = stack.resolve(String(url))
    if (!stack.exists(route)) throw new WxFailure(`page "${route}" is not found`)
    return route
  }
  const plainPage = (url: unknown) => {
    if (stack.isTab(checked(url))) throw new WxFailure('can not open a tabbar page this way')
  }
  const functions: Record<string, WxWork> = {
    navigateTo: ({ url }) => {
      plainPage(url)
      if (stack.routes().length >= STACK_LIMIT) throw new WxFailure('webview count limit exceed')
      stack.open(String(url))
      return {}
    },
    redirectTo: ({ url }) => {
      plainPage(url)
      stack.closeTop()
      stack.open(String(url))
      return {}
    },
    reLaunch: ({ url }) => {
      checked(url)
      stack.closeAll()
      stack.open(String(url))
      return {}
    },
    switchTab: ({ url }) => {
      if (!stack.isTab(checked(url))) throw new WxFailure('can not switch to no-tabBar page')
      stack.switchTab(String(url))
      return {}
    },
    navigateBack: ({ delta }) => {
      if (stack.routes().length < 2) throw new WxFailure('cannot navigate back at first page')
      stack.back(Number(delta ?? 1))
      return {}
    },
    setNavigationBarTitle: ({ title }) => {
      stack.setTitle(String(title))
      return {}
    },
  }
  return recordOf(Object.entries(functions).map(([name, work]) => [name, asynchronous(name, work)]))
}

/** What `wx.pageScrollTo` understands: ids, classes, descendants, children, `>>>` and lists of them. */
const SCROLL_SELECTOR = /^\s*(?:[#.][\w-]+)+(?:\s*(?:>>>|>|,|\s)\s*(?:[#.][\w-]+)+)*\s*$/

export function scrollingApi(stack: PageStack, journal: Journal): Record<string, unknown> {
  const scroll: WxWork = ({ selector }) => {
    if (selector === undefined) return {}
    if (!SCROLL_SELECTOR.test(String(selector))) throw new WxFailure(`invalid selector "${String(selector)}"`)
    const root = stack.top().page._$.asGeneralComponent()?.getShadowRoot()
    if (!root?.querySelector(String(selector))) throw new WxFailure(`no node for "${String(selector)}"`)
    journal.scrolledTo = String(selector)
    return {}
  }
  return { pageScrollTo: asynchronous('pageScrollTo', scroll) }
}

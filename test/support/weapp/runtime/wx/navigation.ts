import type { PageStack } from '../pageStack'
import { asynchronous, WxFailure, type WxWork } from './callbacks'

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
  return Object.fromEntries(Object.entries(functions).map(([name, work]) => [name, asynchronous(name, work)]))
}

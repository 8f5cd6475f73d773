import Taro from '@tarojs/taro'
import stacks from '@tarojs/router/dist/router/stack'
import { keepAppOffline, reloadOnce } from './platform.h5'
import type { ReportFault } from './types'

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))

const shownAddress = (): string => window.location.hash.slice(1)

/** What the router writes into each entry of the history: its number. An address typed by hand has none. */
const entryShown = (): string => {
  const { idx } = (window.history.state ?? {}) as { idx?: number }
  return idx === undefined ? shownAddress() : String(idx)
}

/**
 * Makes the router find the page of an entry of the history, as it was left. By itself it looks for a page below by its path
 * alone, so that another notice's address would show the notice that was opened before.
 */
function findPagesByEntry(): void {
  const entries = new WeakMap<object, string>()
  const push = stacks.push.bind(stacks)
  stacks.push = page => {
    entries.set(page, entryShown())
    return push(page)
  }
  stacks.getLastIndex = (pathname, stateWith = 1) => {
    const wanted = entryShown()
    const below = stacks.get().slice().reverse()
    return below.findIndex(
      (page, at) =>
        at >= stateWith && entries.get(page) === wanted && (page.path ?? '').split('?')[0] === pathname,
    )
  }
}

const isMissingScript = (reason: unknown): boolean =>
  reason instanceof Error && /ChunkLoadError|Loading (CSS )?chunk/.test(`${reason.name} ${reason.message}`)

/**
 * Browser version of watch.ts: the service worker brings new versions; a script that is gone after a release reloads the app.
 * Reports faults.
 * @param missing address of the page that is shown instead of one that is missing, or whose script (at `from`) is
 * @param report sends a fault to the server
 */
export function watchApp(missing: (from?: string) => string, report: ReportFault): void {
  findPagesByEntry()
  // The server answers every path with the app, which lives at one.
  if (window.location.pathname !== '/') window.location.replace(`/#${missing()}`)
  Taro.eventCenter.on('__taroRouterNotFound', () => {
    report('page', 'page not found', shownAddress())
    void Taro.redirectTo({ url: missing() })
  })
  window.addEventListener('error', ({ message }) => report('script', message, shownAddress()))
  window.addEventListener('unhandledrejection', ({ reason }) => {
    report('rejection', textOf(reason), shownAddress())
    if (isMissingScript(reason) && !reloadOnce()) void Taro.redirectTo({ url: missing(shownAddress()) })
  })
  keepAppOffline()
}

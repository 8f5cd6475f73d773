import Taro from '@tarojs/taro'
import stacks from '@tarojs/router/dist/router/stack'
import { keepAppOffline, reloadOnce } from './platform.h5'
import type { ReportFault } from './types'

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))

/** Address of a page on the stack without the router's own parameter. */
const addressOf = (path: string): string => {
  const [place = '', query = ''] = path.split('?')
  const parts = query.split('&').filter(part => part !== '' && part.indexOf('stamp=') !== 0)
  return [place, ...parts.sort()].join('&')
}

const shownAddress = (): string => window.location.hash.slice(1)

/**
 * Makes the router compare whole addresses. It looks for a page below by its path alone, so that another notice's address
 * would show the notice that was opened before.
 */
function compareWholeAddresses(): void {
  stacks.getLastIndex = (_pathname, stateWith = 1) => {
    const wanted = addressOf(shownAddress())
    const below = stacks.get().slice().reverse()
    return below.findIndex((page, at) => at >= stateWith && addressOf(page.path ?? '') === wanted)
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
  compareWholeAddresses()
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

// For the router's reading of addresses; missing before iOS 13.4 and Chrome 85.
import 'core-js/modules/es.string.replace-all'
import { SPOKEN_ID } from './marked'

/** Browser version of platform.ts. */
export const isBrowser = true

/** Enough for any notice of a village, so that page search and print include every row. */
export const ROWS_AT_ONCE = 500

/** Fields of a form shown at once; each key press lays all of them out. */
export const FIELDS_AT_ONCE = 120

/** Returns the default text size of the browser, in px. */
export function systemTextSize(): number {
  return parseFloat(window.getComputedStyle(document.documentElement).fontSize) || 16
}

/** Browsers have no preview mode. */
export const isSinglePage = (): boolean => false

/** The browser itself shows that a page did not load. */
export function tellUnreachable(_error: unknown): void {}

let first = true

/**
 * Moves the focus to the main part of a new page, for screen readers; the browser handles the first page
 * itself.
 */
export function focusPage(): void {
  const main = first ? null : document.querySelector<HTMLElement>('.taro_page:not(.taro_page_shade) main')
  main?.focus({ preventScroll: true })
  first = false
}

/** Sets the title of a page, and takes away what index.html shows until the first one. */
export function setPageTitle(title: string): void {
  document.getElementById('opening')?.remove()
  document.title = title === '明白栏' ? title : `${title} · 明白栏`
}

/** Browsers have no WeChat login. */
export const wechatCode = async (): Promise<string | null> => null

/** Browsers have no WeChat messages; the inbox lists all of them. */
export const askForMessages = async (): Promise<string[]> => []

interface NetworkInformation {
  saveData?: boolean
  effectiveType?: string
}

export async function mayFetchAhead(): Promise<boolean> {
  const { connection } = navigator as Navigator & { connection?: NetworkInformation }
  return !connection?.saveData && !['slow-2g', '2g'].includes(connection?.effectiveType ?? '4g')
}

/** Browsers have no code scanner. */
export const canScan = false

export const scanCode = async (): Promise<string | null> => null

/** Copies a text; impossible without https. @returns false on failure */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Returns a web address of this installation, for a code that any phone can open. `path`: from the root. */
export const siteAddress = (path: string): string => window.location.origin + path

export const printPage = (): void => window.print()

/** Scrolls a form field into view and focuses it. */
export function showField(id: string): void {
  const page = document.querySelector('.taro_page:not(.taro_page_shade)')
  const control = page?.querySelector<HTMLElement>(`[id="${id}"]`)
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

/** Scrolls to the top of an element. */
export function showTop(id: string): void {
  const page = document.querySelector('.taro_page:not(.taro_page_shade)')
  page?.querySelector(`[id="${id}"]`)?.scrollIntoView({ block: 'start' })
}

/** Scrolls the sentence being read aloud into view, clear of the bar. */
export function showSpoken(): void {
  document.getElementById(SPOKEN_ID)?.scrollIntoView({ block: 'center' })
}

/** After loading, when the first page has asked for what it shows. Old iPhones do not report that they are idle. */
const REGISTER_AFTER_MS = 500

/**
 * Registers the service worker (config/taro/serviceWorker.js) soon after loading, on slow lines too: they
 * need it most, and what it stores is mostly in the browser's cache already.
 */
export function keepAppOffline(): void {
  if (!LASTING_BUILD || !('serviceWorker' in navigator)) return
  const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  const soon = () => setTimeout(register, REGISTER_AFTER_MS)
  if (document.readyState === 'complete') soon()
  else window.addEventListener('load', soon)
}

const RELOADED = 'reloaded-for'

/**
 * Reloads the app when a script of it could not be fetched, as happens to an open page after a release: once for each
 * address in a tab. @returns false if it was reloaded for this address before
 */
export function reloadOnce(): boolean {
  const address = window.location.hash
  try {
    if (sessionStorage.getItem(RELOADED) === address) return false
    sessionStorage.setItem(RELOADED, address)
  } catch {
    // Without storage a loop could not be noticed.
    return false
  }
  void forgetOpening().then(() => window.location.reload())
  return true
}

/** Removes the stored index.html, which names the scripts of the release before. */
async function forgetOpening(): Promise<void> {
  if (!('caches' in window)) return
  try {
    const names = await caches.keys()
    await Promise.all(names.map(async name => (await caches.open(name)).delete('/')))
  } catch {
    // The reload then comes from the network after all, or ends on the page that says why.
  }
}

const WIDE_PX = 960

export const isWide = (fromPx = WIDE_PX): boolean => window.innerWidth >= fromPx

export function watchSize(onSize: () => void): () => void {
  window.addEventListener('resize', onSize)
  return () => window.removeEventListener('resize', onSize)
}

/** Opens the shown page again, from nothing. */
export const reopenPage = (): void => window.location.reload()

/** Puts a page's parameters into the address, so that a reload or a copied link keeps them; the page stays. */
export const setAddress = (url: string): void =>
  window.history.replaceState(window.history.state, '', `#${url}`)

/** Calls back when the page is left or closed; returns the function to stop. */
export function watchLeaving(onLeaving: () => void): () => void {
  window.addEventListener('pagehide', onLeaving)
  return () => window.removeEventListener('pagehide', onLeaving)
}

/**
 * Calls back when the page is out of sight, has lost the focus or is closed, after which a phone may end the browser;
 * returns the function to stop.
 */
export function watchHidden(onHidden: () => void): () => void {
  const look = () => void (document.visibilityState === 'hidden' && onHidden())
  document.addEventListener('visibilitychange', look)
  window.addEventListener('blur', onHidden)
  const stop = watchLeaving(onHidden)
  return () => {
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('blur', onHidden)
    stop()
  }
}

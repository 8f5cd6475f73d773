// For the router's reading of addresses; missing before iOS 13.4 and Chrome 85.
import 'core-js/modules/es.string.replace-all'
import { SPOKEN_ID } from './marked'

/** Browser version of platform.ts. */
export const isBrowser = true

/** Enough for any notice of a village, so that page search and print include every row. */
export const ROWS_AT_ONCE = 500

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

export function setPageTitle(title: string): void {
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

/** Returns the address of a page without parameters, for a printed code that any phone can open. */
export const pageAddress = (url: string): string =>
  `${window.location.origin}${window.location.pathname}#${url.split('?')[0]}`

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

const REGISTER_AFTER_MS = 4_000

/** Registers the service worker (config/taro/serviceWorker.js) after the first page is shown. */
export function keepAppOffline(): void {
  if (!LASTING_BUILD || !('serviceWorker' in navigator)) return
  const register = async () => {
    if (await mayFetchAhead()) await navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  }
  setTimeout(() => void register(), REGISTER_AFTER_MS)
}

const WIDE_PX = 960

export const isWide = (fromPx = WIDE_PX): boolean => window.innerWidth >= fromPx

export function watchSize(onSize: () => void): () => void {
  window.addEventListener('resize', onSize)
  return () => window.removeEventListener('resize', onSize)
}

/** Puts a page's parameters into the address, so that a reload or a copied link keeps them; the page stays. */
export const setAddress = (url: string): void =>
  window.history.replaceState(window.history.state, '', `#${url}`)

/** Calls back when the page is left or closed; returns the function to stop. */
export function watchLeaving(onLeaving: () => void): () => void {
  window.addEventListener('pagehide', onLeaving)
  return () => window.removeEventListener('pagehide', onLeaving)
}

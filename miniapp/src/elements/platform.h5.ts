import { SPOKEN_ID } from './marked'

/** The browser's side of platform.ts. */
export const isBrowser = true

/** Enough for any notice of a village, so that search in page and print find every row. */
export const ROWS_AT_ONCE = 500

/** The reader's own default size in the browser, in px. */
export function systemTextSize(): number {
  return parseFloat(window.getComputedStyle(document.documentElement).fontSize) || 16
}

let first = true

/** Screen readers start at the new page's main part; on the first page the browser begins at the top by itself. */
export function focusPage(): void {
  const main = first ? null : document.querySelector<HTMLElement>('.taro_page:not(.taro_page_shade) main')
  main?.focus({ preventScroll: true })
  first = false
}

export function setPageTitle(title: string): void {
  document.title = title === '明白栏' ? title : `${title} · 明白栏`
}

/** A browser has no WeChat login. */
export const wechatCode = async (): Promise<string | null> => null

/** A browser has no WeChat messages; the inbox tells it all. */
export const askForMessages = async (): Promise<string[]> => []

interface NetworkInformation {
  saveData?: boolean
  effectiveType?: string
}

export async function mayFetchAhead(): Promise<boolean> {
  const { connection } = navigator as Navigator & { connection?: NetworkInformation }
  return !connection?.saveData && !['slow-2g', '2g'].includes(connection?.effectiveType ?? '4g')
}

/** A browser has no code reader. */
export const canScan = false

export const scanCode = async (): Promise<string | null> => null

/** Address of a page without its parameters, for a code on paper that any phone can open. */
export const pageAddress = (url: string): string =>
  `${window.location.origin}${window.location.pathname}#${url.split('?')[0]}`

export const printPage = (): void => window.print()

/** Brings a field of a form into view and puts the keyboard into it. */
export function showField(id: string): void {
  const page = document.querySelector('.taro_page:not(.taro_page_shade)')
  const control = page?.querySelector<HTMLElement>(`[id="${id}"]`)
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

/** Brings what is being read aloud into view, clear of the bar with the sentence. */
export function showSpoken(): void {
  document.getElementById(SPOKEN_ID)?.scrollIntoView({ block: 'center' })
}

const REGISTER_AFTER_MS = 4_000

/** Keeps the app's own files in the browser (config/taro/serviceWorker.js), after the first page has been shown. */
export function keepAppOffline(): void {
  if (!LASTING_BUILD || !('serviceWorker' in navigator)) return
  const register = async () => {
    if (await mayFetchAhead()) await navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  }
  setTimeout(() => void register(), REGISTER_AFTER_MS)
}

const WIDE_PX = 960

export const isWide = (): boolean => window.innerWidth >= WIDE_PX

export function watchSize(onSize: () => void): () => void {
  window.addEventListener('resize', onSize)
  return () => window.removeEventListener('resize', onSize)
}

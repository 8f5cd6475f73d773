import type { BrowserServer } from 'playwright-core'

/** Ends the browser of this run. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as { testBrowser?: BrowserServer }).testBrowser?.close()
}

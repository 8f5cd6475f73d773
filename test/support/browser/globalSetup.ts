import { serveChromium } from './chromium'

/** Starts the one browser of this run: each test file opens contexts of its own in it. */
export default async function globalSetup(): Promise<void> {
  Object.assign(globalThis, { testBrowser: await serveChromium() })
}

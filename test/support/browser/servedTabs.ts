import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { openLibrary, type Library } from '../journeys/library'
import { JOURNEY_MS } from '../journeys/limits'
import { startBuiltServer, type RunningServer } from '../server/runningServer'
import { openChromium } from './chromium'
import { H5Visitor, type H5Options } from './h5Visitor'

const H5_INDEX = path.resolve(__dirname, '../../../dist/h5/index.html')

/** The console's words for an answer of the API that refuses what was asked. */
export const REFUSED = /status of 4\d\d .*\/api\//

/** Browser tabs with the built H5 app, all asking one server of this test file. Call it at the top of the file. */
export function servedTabs(purpose: string) {
  jest.setTimeout(JOURNEY_MS)
  let running: { server: RunningServer; browser: Browser; library: Library } | undefined
  const tabs: H5Visitor[] = []

  beforeAll(async () => {
    if (!existsSync(H5_INDEX)) throw new Error(`${H5_INDEX} is missing: run \`npm run build:h5\` first`)
    const server = await startBuiltServer(purpose)
    running = { server, browser: await openChromium(), library: openLibrary(server.url) }
  })
  afterEach(async () => {
    for (const tab of tabs.splice(0)) await tab.close()
  })
  afterAll(async () => {
    await running?.browser.close()
    await running?.server.stop()
  })

  const now = () => {
    if (!running) throw new Error('the server runs only during tests')
    return running
  }
  return {
    library: () => now().library,
    url: () => now().server.url,
    server: () => now().server,
    /** A new tab with storage of its own; it is closed after the test. `at`: a door in front of the server. */
    async openTab({ at, ...options }: H5Options & { at?: string } = {}): Promise<H5Visitor> {
      const tab = await H5Visitor.open(now().browser, at ?? now().server.url, options)
      tabs.push(tab)
      return tab
    },
  }
}

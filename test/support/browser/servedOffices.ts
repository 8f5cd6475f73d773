import type { Browser } from 'playwright-core'
import { createClock } from '../../../server/platform/clock'
import { type FakeWechat, startFakeWechat } from '../../../server/demo/fakeWechat'
import { openLibrary, type Library } from '../journeys/library'
import { JOURNEY_MS } from '../journeys/limits'
import { AS_IN_PRODUCTION, startBuiltServer, type RunningServer } from '../server/runningServer'
import { openChromium } from './chromium'
import type { H5Options } from './h5Visitor'
import { Office, type OfficeVisitor } from './officeVisitor'

interface Running {
  wechat: FakeWechat
  server: RunningServer
  browser: Browser
  office: Office
  library: Library
}

async function start(purpose: string, settings: Record<string, string>): Promise<Running> {
  const { WECHAT_APPID: appId, WECHAT_SECRET: secret } = AS_IN_PRODUCTION
  const wechat = await startFakeWechat({ appId, secret, clock: createClock() })
  const server = await startBuiltServer(purpose, {
    ...AS_IN_PRODUCTION,
    WECHAT_API_BASE: wechat.url,
    ...settings,
  })
  const browser = await openChromium()
  const { url, loginCode } = server
  return {
    wechat,
    server,
    browser,
    office: new Office({ browser, url, loginCode }),
    library: openLibrary(url),
  }
}

/**
 * The built H5 app on a server that logs people in as production does: by a scan with their phones and a second factor. Call it at the
 * top of the file. `settings`: environment variables of the server.
 */
export function servedOffices(
  purpose: string,
  settings: () => Promise<Record<string, string>> = async () => ({}),
) {
  jest.setTimeout(JOURNEY_MS)
  let running: Running | undefined

  beforeAll(async () => {
    running = await start(purpose, await settings())
  }, JOURNEY_MS)
  afterEach(async () => {
    const faults = (await running?.office.phoneErrors()) ?? []
    await running?.office.close()
    expect(faults).toEqual([])
  })
  afterAll(async () => {
    await running?.browser.close()
    await running?.server.stop()
    await running?.wechat.stop()
  })

  const now = () => {
    if (!running) throw new Error('the server runs only during tests')
    return running
  }
  return {
    library: () => now().library,
    server: () => now().server,
    wechat: () => now().wechat,
    office: () => now().office,
    /** A visitor with a tab for each person that logs in; closed after the test. */
    open: (options: H5Options = {}): Promise<OfficeVisitor> => now().office.open(options),
  }
}

import path from 'node:path'
import { openLibrary, type Library } from '../journeys/library'
import { JOURNEY_MS } from '../journeys/limits'
import { startBuiltServer, type RunningServer } from '../server/runningServer'
import { openJsdomWindow } from './jsdomWindow'
import { TestPhone, type PhoneOptions } from './testPhone'

/** The village of a person who has chosen one before: the first of the demonstration. */
export const KNOWN_VILLAGE = { village: JSON.stringify('XQ-DH-LX-V01') }

/** The weapp build that `npm run build:weapp` leaves. */
export const WEAPP_DIST = path.resolve(__dirname, '../../../dist/weapp')

/**
 * Phones with the built app, all asking one server of this test file. Call it at the top of the file.
 * `settings`: environment variables of the server.
 */
export function servedPhones(purpose: string, settings: Record<string, string> = {}) {
  jest.setTimeout(JOURNEY_MS)
  let server: RunningServer | undefined
  let library: Library | undefined
  const phones: TestPhone[] = []

  beforeAll(async () => {
    server = await startBuiltServer(purpose, settings)
    library = openLibrary(server.url)
  })
  afterEach(async () => {
    const unmodelled: string[] = []
    for (const phone of phones.splice(0)) {
      await phone.close()
      unmodelled.push(...phone.missing)
    }
    if (unmodelled.length > 0) throw new Error(`not modelled by the runner: wx.${unmodelled.join(', wx.')}`)
  })
  afterAll(() => server?.stop())

  const running = () => {
    if (!server || !library) throw new Error('the server runs only during tests')
    return { server, library }
  }
  return {
    library: () => running().library,
    server: () => running().server,
    /** A phone with the app just opened, its village chosen before unless `newcomer`; it is closed after the test. */
    async launch({
      newcomer,
      ...options
    }: Partial<PhoneOptions> & { newcomer?: true } = {}): Promise<TestPhone> {
      const { url, loginCode } = running().server
      const storage = { ...(!newcomer && KNOWN_VILLAGE), ...options.storage }
      const given = { dist: WEAPP_DIST, server: url, loginCode, ...options, storage }
      const phone = await TestPhone.launch(given, openJsdomWindow)
      phones.push(phone)
      return phone
    },
  }
}

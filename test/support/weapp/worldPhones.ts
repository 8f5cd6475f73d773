import { randomBytes } from 'node:crypto'
import { createWechat } from '@server/platform/wechat'
import { Users } from '@server/people/accounts/models/users'
import { demoOpenid } from '../../../server/demo/fakeWechat'
import { type TestServer, startTestServer } from '../api/testServer'
import { PEOPLE, type Person, buildWorld, userId } from '../api/world'
import { openOwnDatabase } from '../engine/database'
import { JOURNEY_MS } from '../journeys/limits'
import { openJsdomWindow } from './jsdomWindow'
import { WEAPP_DIST } from './servedPhones'
import { type PhoneOptions, TestPhone } from './testPhone'

/** Village of the small world, chosen before. */
const CHOSEN = { village: JSON.stringify('V1') }

/**
 * Phones with the built app on the small world of the API tests, whose store the test can reach: for what no press of a person leads
 * to. Call it at the top of the file. `settings`: environment variables of the server.
 */
export function worldPhones(purpose: string, settings: Record<string, string> = {}) {
  jest.setTimeout(JOURNEY_MS)
  let server: TestServer | undefined
  const phones: TestPhone[] = []

  beforeAll(async () => {
    server = await startTestServer(purpose, undefined, settings, await openOwnDatabase(purpose))
    await buildWorld(server.db)
    // Nobody waits for this WeChat by the clock of a busy machine.
    const { appId, secret } = server.services.config.wechat
    const { clock } = server.services
    server.services.wechat = createWechat({ appId, secret, apiBase: server.wechat.url, clock })
    const rows = server.db.of(Users).collection
    for (const person of Object.keys(PEOPLE) as Person[]) {
      await rows.updateOne({ _id: userId(person) as never }, { $set: { openid: demoOpenid(person) } })
    }
  })
  afterEach(async () => {
    for (const phone of phones.splice(0)) await phone.close()
  })
  afterAll(() => server?.close())

  const running = () => {
    if (!server) throw new Error('the server runs only during tests')
    return server
  }
  return {
    server: running,
    /** `holder`: who logs in on it, wherever a page offers the login. */
    async launch({
      holder,
      ...options
    }: Partial<PhoneOptions> & { holder?: Person } = {}): Promise<TestPhone> {
      const loginCode = (persona: string) =>
        Promise.resolve(`${holder ?? persona}#${randomBytes(6).toString('hex')}`)
      const storage = { ...CHOSEN, ...options.storage }
      const given = { dist: WEAPP_DIST, server: running().url, loginCode, ...options, storage }
      const phone = await TestPhone.launch(given, openJsdomWindow)
      phones.push(phone)
      return phone
    },
  }
}

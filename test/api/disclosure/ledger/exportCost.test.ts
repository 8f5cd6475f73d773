import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { buildWorld } from '../../../support/api/world'

/** M5 of the security review: the whole ledger costs its reader what it costs the server, and nobody else. */
const RATE = 1000
const AT_ONCE = 150
let server: TestServer

beforeAll(async () => {
  server = await startTestServer('export-cost', undefined, { RATE_READ: String(RATE), TRUST_PROXY: '1' })
  await buildWorld(server.db)
})
afterAll(() => server.close())

const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })
const exported = (address: string) => server.ask('GET', '/ledger/export', from(address))

test('150 exports at once from one address: a few are answered, the rest wait a minute, and other readers notice nothing', async () => {
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => exported('203.0.113.8')))
  const good = answers.filter(({ status }) => status === 200)
  const refused = answers.filter(({ status }) => status === 429)
  expect([good.length > 0, good.length <= 3, good.length + refused.length]).toEqual([true, true, AT_ONCE])
  expect(refused.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true)
  expect((await exported('203.0.113.9')).status).toBe(200)
  expect((await server.ask('GET', '/orgs/V1', from('203.0.113.10'))).status).toBe(200)
})

test('addresses of one IPv6 household count together', async () => {
  const answers = []
  for (let nth = 1; nth <= 8; nth += 1) answers.push((await exported(`2001:db8:5:6::${nth}`)).status)
  expect(answers.filter(status => status === 200).length).toBeLessThanOrEqual(3)
  expect(answers.at(-1)).toBe(429)
  expect((await exported('2001:db8:5:7::1')).status).toBe(200)
})

import { get } from 'node:http'
import type { TestServer } from '../../support/api/testServer'
import { startSeededServer } from '../../support/reading/seededServer'

const ERROR = 50

let server: TestServer

beforeAll(async () => {
  server = await startSeededServer('hangup')
})
afterAll(() => server.close())

/** Asks for the whole ledger, reads its first piece and goes away. */
const goAway = () =>
  new Promise<void>((resolve, reject) => {
    const request = get(`${server.url}/api/v1/ledger/export`, answer => {
      answer.once('data', () => {
        request.destroy()
        resolve()
      })
    })
    request.on('error', reject)
  })

const broken = () => server.logged.filter(line => line.includes('ERR_STREAM_PREMATURE_CLOSE'))

test('a client that hangs up in the middle of an answer is no error of the server', async () => {
  await goAway()
  for (const end = Date.now() + 60_000; broken().length === 0 && Date.now() < end;) {
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  expect(broken().length).toBeGreaterThan(0)
  expect(server.logged.filter(line => (JSON.parse(line) as { level: number }).level >= ERROR)).toEqual([])
})

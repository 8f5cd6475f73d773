import type { ErrorBody } from '@shared/contract/common'
import { watchFreeDisk } from '../../../server/platform/store/freeDisk'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, financeContent, ITEMS, tokenOf } from '../../support/api/world'
import { until } from '../../support/until'

/** A server whose reserve is larger than any disk: as if it were nearly full. */
let server: TestServer

beforeAll(async () => {
  server = await startTestServer('reserve', undefined, { DISK_RESERVE_MB: '10000000' })
  await buildWorld(server.db)
})
afterAll(() => server.close())

const body = () => ({ orgCode: 'V1', itemId: ITEMS.finance._id, content: financeContent() })

test('writes and uploads are refused with the reason, nothing is stored, and public pages are read', async () => {
  const token = tokenOf(server, 'editor')
  const written = await server.ask<ErrorBody>('POST', '/notices', { token, body: body() })
  const uploaded = await server.ask<ErrorBody>('POST', '/orgs/V1/files', { token, file: { name: 'a.txt', text: 'a' } })
  for (const { status, body: said, headers } of [written, uploaded]) {
    expect([status, said.error.code, headers.get('retry-after')]).toEqual([503, 'disk-nearly-full', '60'])
    expect(said.error.message).toMatch(/磁盘快满/)
  }
  expect((await server.ask('GET', '/orgs/V1')).status).toBe(200)
  expect((await server.ask('GET', '/orgs/V1/work', { token })).status).toBe(503)
  const kept = await server.db.connection.collection('notices').countDocuments({})
  expect(kept).toBe(0)
}) // prettier-ignore

const MEGABYTE = 1024 ** 2

test.each([
  [257, true, true],
  [256, true, true],
  [255, false, true],
  [64, false, true],
  [63, false, false],
  [0, false, false],
])('with %i MB free of a reserve of 256', async (free, writes, logins) => {
  const disk = await watchFreeDisk('/x', 256, () => Promise.resolve(free * MEGABYTE))
  const allows = (size?: 'small') => {
    try {
      disk.requireRoom(size)
      return true
    } catch {
      return false
    }
  }
  expect([allows(), allows('small')]).toEqual([writes, logins])
  disk.stop()
})

test('room that comes back is seen, and a database elsewhere is not asked about', async () => {
  let free = 0
  const disk = await watchFreeDisk('/x', 256, () => Promise.resolve(free))
  expect(() => disk.requireRoom()).toThrow()
  free = 300 * MEGABYTE
  await until(() => disk.bytes() === free)
  disk.requireRoom()
  disk.stop()
  const elsewhere = await watchFreeDisk(null, 256, () => Promise.reject(new Error('asked')))
  elsewhere.requireRoom()
  expect(elsewhere.bytes()).toBeNull()
  elsewhere.stop()
})

import { FeedVersions } from '@server/platform/pages/pageVersions'
import { inTransaction } from '@server/platform/store/transaction'
import { type TestServer, startTestServer } from '../../support/api/testServer'

const CODES = ['a', 'b', 'c', 'd']
let server: TestServer

beforeAll(async () => {
  server = await startTestServer('order')
})
afterAll(() => server.close())

/** Highest number of updates that reach the driver at the same time while the work runs. */
async function atOnce(work: () => Promise<unknown>): Promise<number> {
  const { collection } = server.db.of(FeedVersions)
  const updateOne = collection.updateOne.bind(collection)
  let running = 0
  let most = 0
  const spy = jest.spyOn(collection, 'updateOne').mockImplementation(async (...given) => {
    running += 1
    most = Math.max(most, running)
    try {
      return await updateOne(...given)
    } finally {
      running -= 1
    }
  })
  await work()
  spy.mockRestore()
  return most
}

test('operations that a transaction starts at once reach the driver one after the other', async () => {
  const changedAt = new Date()
  await server.db.of(FeedVersions).create(CODES.map(_id => ({ _id, version: 1, changedAt, stamp: null })))
  const raise = (model: { updateOne(filter: object, change: object): PromiseLike<unknown> }) =>
    Promise.all(CODES.map(_id => model.updateOne({ _id }, { $inc: { version: 1 } })))
  expect(await atOnce(() => raise(server.db.of(FeedVersions)))).toBeGreaterThan(1)
  expect(await atOnce(() => inTransaction(server.services, tx => raise(tx.of(FeedVersions))))).toBe(1)
  const rows = await server.db.of(FeedVersions).find({}).lean()
  expect(rows.map(({ version }) => version)).toEqual(CODES.map(() => 3))
})

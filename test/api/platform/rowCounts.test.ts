import { LASTING } from '@server/compose'
import { findRowLosses, lossLine } from '@server/platform/migrations/rowCounts'
import { StoreState } from '@server/platform/migrations/storeState'
import { startTestServer, type TestServer } from '../../support/api/testServer'
import { buildWorld } from '../../support/api/world'
import { startBuiltServerOn } from '../../support/server/runningServer'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('counts')
  await buildWorld(server.db)
})
afterAll(() => server.close())

const collection = (name: string) => server.db.connection.collection<{ _id: string }>(name)

test('rows that are gone without a path are said until they are back; those that may go are not', async () => {
  expect(await findRowLosses(server.db, LASTING)).toEqual([])
  const orgs = await collection('orgs').find({}).toArray()
  const users = await collection('users').countDocuments({})
  await collection('subscriptions').insertOne({ _id: 'sub_x' })
  await findRowLosses(server.db, LASTING)

  await collection('orgs').deleteMany({})
  await collection('users').deleteOne({})
  await collection('subscriptions').deleteMany({})
  const losses = [
    { collection: 'orgs', before: orgs.length, now: 0 },
    { collection: 'users', before: users, now: users - 1 },
  ]
  const found = await findRowLosses(server.db, LASTING)
  expect(found).toHaveLength(2)
  expect(found).toEqual(expect.arrayContaining(losses))
  expect(await findRowLosses(server.db, LASTING)).toHaveLength(2)
  expect(lossLine(losses[0]!)).toContain(`orgs 以前有 ${orgs.length} 行，现在只有 0 行`)

  await collection('orgs').insertMany(orgs)
  expect(await findRowLosses(server.db, LASTING)).toEqual([losses[1]])
})

test('a server counts at its start', async () => {
  await server.db.of(StoreState).updateOne({}, { $unset: { counts: 1 } })
  const started = await startBuiltServerOn(server.database, { JOBS_EVERY: '0' })
  await started.stop()
  const state = await server.db.of(StoreState).findOne({}).lean()
  expect(state?.counts).toMatchObject({ orgs: await collection('orgs').countDocuments({}), auditEntries: 0 })
})

import { openTestDatabase, type TestDatabase } from '../support/engine/database'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase('conformance')
}, 60_000)
afterAll(() => db.close())

test('smoke', async () => {
  await db.mongoose.connection.collection('x').insertOne({ a: 1 })
  expect(await db.mongoose.connection.collection('x').countDocuments()).toBe(1)
})

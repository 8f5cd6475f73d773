import mongoose from 'mongoose'
import { ResidencyClaims } from '@server/people/residents/models/residencyClaims'
import { FeedVersions } from '@server/platform/pages/pageVersions'
import { inTransaction } from '@server/platform/store/transaction'
import { sessionOf } from '@server/platform/store/session'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { guardDriver } from '../../support/engine/guard'

let server: TestServer
let guard: ReturnType<typeof guardDriver>

beforeAll(async () => {
  server = await startTestServer('guard')
  const changedAt = new Date()
  await server.db
    .of(FeedVersions)
    .create(['a', 'b'].map(_id => ({ _id, version: 1, changedAt, stamp: null })))
  guard = guardDriver({ base: mongoose, connection: server.db.connection })
})
afterAll(async () => {
  // What was planted is the guard's of this test; the one of the database has seen it too.
  await expect(server.close()).rejects.toThrow('on MongoDB this would fail')
})

const kinds = async () => [...new Set((await guard.violations()).map(({ kind }) => kind))]
const raw = () => server.db.connection.collection<{ _id: string }>(FeedVersions.name)

test('what the store layer does is let pass', async () => {
  await inTransaction(server.services, async tx => {
    await Promise.all(['a', 'b'].map(_id => tx.of(FeedVersions).updateOne({ _id }, { $inc: { version: 1 } })))
    await tx.of(FeedVersions).find({ _id: 'a' }).sort({ _id: 1 })
  })
  expect(await kinds()).toEqual([])
})

test('two operations at once in one session are found', async () => {
  await inTransaction(server.services, async tx => {
    const session = sessionOf(tx.of(FeedVersions))!
    await raw().findOne({ _id: 'a' }, { session })
    await Promise.all(['a', 'b'].map(_id => raw().findOne({ _id }, { session })))
  }).catch(() => undefined)
  expect(await kinds()).toEqual(['two at once'])
})

test('a read past the session of the running transaction is found', async () => {
  await inTransaction(server.services, async () => void (await raw().findOne({ _id: 'a' })))
  expect(await kinds()).toEqual(['outside the session'])
})

test('a sort that no index serves is found', async () => {
  await server.db.of(FeedVersions).find({}).sort({ version: 1 })
  expect(await kinds()).toEqual(['unindexed sort'])
})

test('a sort that only an index of some rows would serve is found; named by the filter, those rows may be sorted', async () => {
  const claims = server.db.of(ResidencyClaims)
  await claims.find({ orgCode: 'V1', holds: true }).sort({ person: 1 })
  expect(await kinds()).toEqual([])
  await claims.find({ orgCode: 'V1' }).sort({ person: 1 })
  expect(await kinds()).toEqual(['unindexed sort'])
})

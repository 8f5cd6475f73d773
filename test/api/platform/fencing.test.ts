import { setTimeout as sleep } from 'node:timers/promises'
import { MIGRATIONS } from '@server/migrations'
import { SCHEMA_VERSION } from '@server/platform/migrations'
import { migrateStore } from '@server/platform/migrations/migrate'
import { startHeartbeat } from '@server/platform/migrations/heartbeat'
import { StoreState } from '@server/platform/migrations/storeState'
import { inTransaction } from '@server/platform/store/transaction'
import { FeedVersions } from '@server/platform/pages/pageVersions'
import { Publications } from '@server/disclosure/publications/models/publications'
import type { ErrorBody } from '../../../shared/contract/common'
import { markTitles } from '../../support/migration/steps'
import { asker, startTestServer, type TestServer } from '../../support/api/testServer'
import { buildWorld, financeContent, ITEMS, storyOf, tokenOf } from '../../support/api/world'
import { startBuiltServerOn } from '../../support/server/runningServer'
import { until } from '../../support/until'

/** A server of this layout and a program of the next one on one store. */
let store: TestServer
const titles = () => store.db.of(Publications).distinct('title')

beforeAll(async () => {
  store = await startTestServer('fencing')
  await buildWorld(store.db)
  const story = storyOf(store)
  const signed = await story.agree('supervisor', await story.submit('editor', await story.create('editor')))
  await story.publish('head', signed)
})
beforeEach(async () => {
  await store.db.of(StoreState).updateOne({}, { layout: SCHEMA_VERSION, cursor: null, holder: null })
  await store.db.connection.collection('serverHeartbeats').deleteMany({})
})
afterAll(() => store.close())

/** Migrates to the next layout as a newer program does; `done`: it has ended. */
function migrateOn(silentMs?: number) {
  const said: string[] = []
  const run = {
    said,
    done: false,
    ended: migrateStore({
      db: store.db,
      migrations: [...MIGRATIONS, markTitles],
      program: 'next',
      say: line => void said.push(line),
      silentMs,
    }).then(() => {
      run.done = true
    }),
  }
  return run
}

const draft = { orgCode: 'V1', itemId: ITEMS.subsidy._id, regards: null, content: financeContent() }
const write = (url: string) =>
  asker(url)<ErrorBody>('POST', '/notices', { token: tokenOf(store, 'editor'), body: draft })

test('two processes: the migration waits for the older server; one that wakes up later writes nothing', async () => {
  const older = await startBuiltServerOn(store.database, { JOBS_EVERY: '0' })
  try {
    const before = await titles()
    const migration = migrateOn()
    await until(async () => migration.said.length > 0)
    await sleep(1_500)
    expect([migration.done, migration.said]).toEqual([
      false,
      [`还有旧程序（版式 ${SCHEMA_VERSION}）的服务在运行，等它们都停下再升级数据……`],
    ])
    expect(await titles()).toEqual(before)
    expect((await write(older.url)).body.error?.code).not.toBe('program-outdated')

    // As a machine that slept until its server counted as gone.
    await store.db.of(StoreState).updateOne({}, { layout: SCHEMA_VERSION + 1 })
    await migration.ended.catch(() => undefined)
    await until(async () => (await fetch(`${older.url}/readyz`)).status === 503)
    const refused = await write(older.url)
    expect([refused.status, refused.body.error.code]).toEqual([503, 'program-outdated'])
    expect(refused.body.error.message).toContain('这台服务器的程序比数据旧')
    expect((await fetch(`${older.url}/api/v1/orgs/V1/notices`)).status).toBe(200)
  } finally {
    await older.stop()
  }
  expect(await store.db.connection.collection('serverHeartbeats').countDocuments()).toBe(0)
})

test('a server that ends lets the migration begin at once, one that was killed after its silence', async () => {
  const end = await startHeartbeat(store.db, { onError: () => undefined })
  const first = migrateOn()
  await until(async () => first.said.length > 0)
  expect(first.done).toBe(false)
  await end()
  await first.ended
  expect(first.done).toBe(true)

  await store.db.of(StoreState).updateOne({}, { layout: SCHEMA_VERSION })
  await store.db.connection
    .collection<{ _id: string }>('serverHeartbeats')
    .insertOne({ _id: 'killed', layout: SCHEMA_VERSION, at: new Date(), beats: 7 } as never)
  const second = migrateOn(1_200)
  await sleep(600)
  expect(second.done).toBe(false)
  await second.ended
  expect(second.said[0]).toContain('还有旧程序')
})

test('while a newer program migrates an older one neither starts nor writes', async () => {
  const end = await startHeartbeat(store.db, { onError: () => undefined })
  const bump = () =>
    inTransaction(store.services, tx =>
      tx.of(FeedVersions).updateOne({ _id: 'V1' }, { $inc: { version: 1 } }, { upsert: true }),
    )
  await bump()
  await end()
  await store.db.of(StoreState).updateOne({}, { cursor: 'halfway' })
  const endAgain = await startHeartbeat(store.db, { onError: () => undefined })
  await expect(bump()).rejects.toMatchObject({ code: 'program-outdated', status: 503 })
  await endAgain()
  const older = migrateStore({ db: store.db, migrations: MIGRATIONS, program: 'now', say: () => undefined })
  await expect(older).rejects.toMatchObject({ code: 'store-newer' })
})

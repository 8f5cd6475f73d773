import type { Tx } from '@server/platform/store/db'
import pino from 'pino'
import { composeDb } from '@server/compose'
import { type Store, ensureIndexes } from '@server/platform/store/db'
import {
  type Job,
  type JobHandlers,
  type JobServices,
  Postponed,
  addJob,
  cancelJob,
  createJobRunner,
} from '../../../../server/platform/jobs/runner'
import { inTransaction } from '../../../../server/platform/store/transaction'
import { type TestDatabase, openTestDatabase } from '../../../support/engine/database'
import { FeedVersions } from '@server/platform/pages/pageVersions'
import { Jobs } from '@server/platform/jobs/jobs'

/** Work that is due at a time, on the real database; the effect of a job here is a row of `feedVersions`. */
let opened: TestDatabase
let db: Store
let now: Date
const logged: string[] = []
const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
const START = new Date('2026-11-20T02:00:00.000Z')
const MINUTE = 60_000

beforeAll(async () => {
  opened = await openTestDatabase('jobs')
  db = composeDb(opened.connection)
  await ensureIndexes(db, { expiry: false })
})
beforeEach(async () => {
  await opened.clear()
  now = START
  logged.length = 0
})
afterAll(() => opened.close())

const later = (ms: number) => new Date(START.getTime() + ms)
const clock = { now: () => now }

const count = async (_tx: Tx, job: Job) => {
  await db
    .of(FeedVersions)
    .updateOne({ _id: job.key }, { $inc: { version: 1 }, $set: { changedAt: now } }, { upsert: true })
}
const effects = async (key = 'a') => (await db.of(FeedVersions).findById(key).lean())?.version ?? 0

const runnerOf = (handlers: JobHandlers<JobServices> = { publish: { run: count } }) =>
  createJobRunner({ services: { db, clock, log }, handlers })
const add = (key = 'a', dueAt = START, kind: 'publish' | 'answer-due' = 'publish') =>
  inTransaction({ db, clock }, tx => addJob(tx, { kind, key, dueAt, data: { n: 1 } }))
const rowOf = (key = 'a') => db.of(Jobs).findOne({ key }).lean()

test('due work is done once, in the transaction that marks it done', async () => {
  await add()
  expect(await runnerOf().runDue()).toBe(1)
  expect(await runnerOf().runDue()).toBe(0)
  expect(await effects()).toBe(1)
  expect(await rowOf()).toMatchObject({ state: 'done', doneAt: START, attempts: 0 })
})

test('nothing before its time', async () => {
  await add('a', later(1))
  expect(await runnerOf().runDue()).toBe(0)
  now = later(1)
  expect(await runnerOf().runDue()).toBe(1)
})

test('a second one with the same key does nothing, in one transaction or another', async () => {
  await Promise.all(Array.from({ length: 8 }, () => add()))
  await inTransaction({ db, clock }, async tx => {
    await addJob(tx, { kind: 'publish', key: 'a', dueAt: later(MINUTE), data: {} })
    await addJob(tx, { kind: 'publish', key: 'b', dueAt: START, data: {} })
    await addJob(tx, { kind: 'publish', key: 'b', dueAt: START, data: {} })
  })
  expect(await db.of(Jobs).countDocuments({})).toBe(2)
  expect(await rowOf()).toMatchObject({ dueAt: START, data: { n: 1 } })
})

test('a transaction that fails leaves no work behind', async () => {
  const failing = inTransaction({ db, clock }, async tx => {
    await addJob(tx, { kind: 'publish', key: 'a', dueAt: START, data: {} })
    throw new RangeError('no')
  })
  await expect(failing).rejects.toThrow(RangeError)
  expect(await rowOf()).toBeNull()
})

test('work that was taken back is not done, and its key is free again', async () => {
  await add()
  await inTransaction({ db, clock }, tx => cancelJob(tx, 'a'))
  await inTransaction({ db, clock }, tx => cancelJob(tx, 'never-there'))
  expect(await runnerOf().runDue()).toBe(0)
  await add('a', later(MINUTE))
  expect(await rowOf()).toMatchObject({ dueAt: later(MINUTE), state: 'waiting' })
})

test('what is done stays done when it is taken back', async () => {
  await add()
  await runnerOf().runDue()
  await inTransaction({ db, clock }, tx => cancelJob(tx, 'a'))
  expect(await rowOf()).toMatchObject({ state: 'done' })
})

test('work of a kind that nobody handles waits, and holds nobody up', async () => {
  for (let n = 0; n < 210; n += 1) await add(`later-${n}`, START, 'answer-due')
  await add()
  expect(await runnerOf().runDue()).toBe(1)
  expect(await db.of(Jobs).countDocuments({ state: 'waiting' })).toBe(210)
})

test('a failure takes its half-done effect back, pauses longer each time, and stands as failed in the end', async () => {
  await add()
  const failing = runnerOf({
    publish: {
      run: async (tx, job) => {
        await count(tx, job)
        throw new TypeError('张三的电话 13800000000')
      },
    },
  })
  const pauses: number[] = []
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await failing.runDue()
    const row = (await rowOf())!
    expect(row).toMatchObject({ attempts: attempt, lastError: 'TypeError' })
    pauses.push((row.nextAt.getTime() - now.getTime()) / 1000)
    expect(await failing.runDue()).toBe(0)
    now = row.nextAt
  }
  expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600])
  expect(await rowOf()).toMatchObject({ state: 'failed' })
  expect(await effects()).toBe(0)
  expect(logged.filter(line => line.includes('job failed'))).toHaveLength(1)
  expect(logged.join()).not.toContain('13800000000')
})

test('work that is put off is never given up', async () => {
  await add()
  const postponing = runnerOf({ publish: { run: () => Promise.reject(new Postponed(MINUTE)) } })
  for (let n = 0; n < 20; n += 1) {
    await postponing.runDue()
    now = new Date(now.getTime() + MINUTE)
  }
  expect(await rowOf()).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await runnerOf().runDue()).toBe(1)
})

test('what needs the outside world comes before the transaction and hands its result on', async () => {
  await add()
  const seen: unknown[] = []
  await runnerOf({
    publish: {
      prepare: async (_services, job) => {
        expect(await rowOf(job.key)).toMatchObject({ state: 'waiting' })
        return 'told'
      },
      run: async (_tx, _job, _services, prepared) => void seen.push(prepared),
    },
  }).runDue()
  expect(seen).toEqual(['told'])
})

test('a process that dies with a claim: the lease ends, another does the work, the first can no longer finish it', async () => {
  await add()
  let revive: () => void = () => undefined
  const dying = runnerOf({
    publish: { prepare: () => new Promise<void>(resolve => void (revive = resolve)), run: count },
  }).runDue()
  while ((await rowOf())?.claimedBy === null) await new Promise(resolve => setTimeout(resolve, 10))
  expect(await runnerOf().runDue()).toBe(0)
  now = later(2 * MINUTE)
  expect(await runnerOf().runDue()).toBe(1)
  revive()
  expect(await dying).toBe(0)
  expect(await effects()).toBe(1)
})

test('a clock that was ahead and goes back holds no lease and no pause', async () => {
  await add()
  now = later(365 * 24 * 60 * MINUTE)
  await runnerOf({ publish: { run: () => Promise.reject(new Error('no')) } }).runDue()
  now = START
  expect(await runnerOf().runDue()).toBe(1)
  expect(await effects()).toBe(1)
})

test('a clock that goes back between claim and work: the work waits for its time', async () => {
  await add('a', later(MINUTE))
  now = later(MINUTE)
  const runner = runnerOf({
    publish: { prepare: () => Promise.resolve(void (now = START)), run: count },
  })
  expect(await runner.runDue()).toBe(0)
  expect([await effects(), (await rowOf())!.nextAt]).toEqual([0, later(MINUTE)])
  now = later(MINUTE)
  expect(await runnerOf().runDue()).toBe(1)
})

test('it looks again and again, and ends when it has finished what it began', async () => {
  const runner = runnerOf()
  const stop = runner.start(20)
  await add()
  while ((await effects()) === 0) await new Promise(resolve => setTimeout(resolve, 10))
  await stop()
  await add('b')
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(await effects('b')).toBe(0)
})

test('a look for due work is read by its index', async () => {
  const plans = [{ nextAt: { $lt: now } }, { touchedAt: { $gt: now } }].map(part =>
    db
      .of(Jobs)
      .collection.find({ state: 'waiting', kind: 'publish', ...part })
      .explain('queryPlanner'),
  )
  for (const plan of await Promise.all(plans)) {
    expect(JSON.stringify(plan)).toContain('IXSCAN')
    expect(JSON.stringify(plan)).not.toContain('COLLSCAN')
  }
})

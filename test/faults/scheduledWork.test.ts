import { createClock } from '@server/platform/clock'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { composeDb } from '@server/compose'
import { type Store, ensureIndexes } from '@server/platform/store/db'
import { addJob } from '../../server/platform/jobs/runner'
import { inTransaction } from '../../server/platform/store/transaction'
import { type TestDatabase, openTestDatabase } from '../support/engine/database'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import type { WorkerOrders } from '../support/jobs/worker'
import { Jobs } from '@server/platform/jobs/jobs'
import { FeedVersions } from '@server/platform/pages/pageVersions'

/**
 * Three processes do one store's scheduled work while they are killed (`kill -9`) at any moment and their clock jumps forwards
 * and back: every job is done, once, not before a clock said so.
 */
const JOBS = LONG ? 10_000 : 200
const WORKERS = 3
const ROOT = path.resolve(__dirname, '../..')
const SECOND = 1_000
const DAY = 24 * 3600 * SECOND
const PATIENCE_MS = (LONG ? 1_800 : 200) * SECOND
/** Work may end this long after the clock that it was begun under has gone. */
const GRACE_MS = 5 * SECOND

let opened: TestDatabase
let db: Store
let folder: string
let living = true
let kills = 0
const begun = Date.now()
const workers = new Set<ChildProcess>()
const ready = new WeakSet<ChildProcess>()
/** Which offset the workers' clock had from when on. */
const phases: { from: number; offset: number }[] = []

function setClock(offset: number): void {
  const file = path.join(folder, 'clock')
  writeFileSync(`${file}.new`, String(offset))
  renameSync(`${file}.new`, file)
  phases.push({ from: Date.now(), offset })
}

const program = () => path.join(folder, 'worker.cjs')

/** One file, so that a process is at work soon after its start. */
const buildProgram = () =>
  build({
    entryPoints: [path.join(ROOT, 'test', 'support', 'jobs', 'worker.ts')],
    outfile: program(),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  })

/** Starts a process; when it dies, another takes its place. */
function startWorker(): void {
  const { uri, options, kind } = opened.database
  const orders: WorkerOrders = {
    database: { uri, options, kind },
    clockFile: path.join(folder, 'clock'),
    leaseMs: 2 * SECOND,
    everyMs: 100,
  }
  const child = spawn(process.execPath, [program()], {
    cwd: ROOT,
    env: { ...process.env, NODE_PATH: path.join(ROOT, 'node_modules'), WORKER: JSON.stringify(orders) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  workers.add(child)
  child.stdout.once('data', () => ready.add(child))
  child.once('exit', () => {
    workers.delete(child)
    if (living) startWorker()
  })
}

/** `kill -9` of one, now and again while all are at work: a busy machine starts them more slowly than they would be killed. */
async function killing(): Promise<void> {
  const atWork = () => [...workers].filter(worker => ready.has(worker))
  while (living) {
    await sleep(500 + Math.random() * 2_000)
    while (living && atWork().length < WORKERS) await sleep(50)
    atWork()[Math.floor(Math.random() * WORKERS)]?.kill('SIGKILL')
    kills += 1
    // An engine holds what the dead had begun for a minute, then drops it; here at once, with what the living have begun.
    await db.connection.db!.admin().command({ killAllSessions: [] })
  }
}

/** How far ahead each job is due: a quarter overdue, a quarter in the next seconds, the rest within forty days. */
function dueIn(n: number): number {
  if (n % 4 === 0) return -(n % 90) * SECOND
  if (n % 4 === 1) return (n % 10) * SECOND
  return n % 4 === 2 ? (n % 28) * DAY + SECOND : (32 + (n % 8)) * DAY
}

beforeAll(async () => {
  opened = await openTestDatabase('scheduled')
  db = composeDb(opened.connection)
  await ensureIndexes(db, { expiry: false })
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-clock-'))
  await buildProgram()
})
afterAll(async () => {
  living = false
  for (const worker of workers) worker.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
  await opened.close()
})

const waiting = (until: number) =>
  db
    .of(Jobs)
    .countDocuments({ state: 'waiting', kind: 'publish' })
    .then(count => count > until)

async function untilOnly(count: number): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (await waiting(count)) {
    if (Date.now() > end) return
    await sleep(250)
  }
}

/** Latest instant that a clock showed in the moments before `at`. */
function latestShown(at: number): number {
  const shown = phases.map(({ from, offset }, index) => {
    const to = Math.min(at, phases[index + 1]?.from ?? at)
    return from > at || to < at - GRACE_MS ? 0 : to + offset
  })
  return Math.max(...shown)
}

test('R15: nothing missed, nothing twice, nothing early', async () => {
  const now = Date.now()
  for (let n = 0; n < JOBS; n += 100) {
    await inTransaction({ db, clock: createClock() }, async tx => {
      for (let at = n; at < Math.min(n + 100, JOBS); at += 1) {
        const dueAt = new Date(now + dueIn(at))
        await addJob(tx, { kind: 'publish', key: `job-${at}`, dueAt, data: {} })
      }
    })
  }
  setClock(0)
  for (let n = 0; n < WORKERS; n += 1) startWorker()
  const killer = killing()

  await untilOnly(JOBS * 0.7)
  for (const offset of [14 * DAY, -2 * DAY, 31 * DAY, 0]) {
    setClock(offset)
    await sleep(3 * SECOND)
  }
  setClock(31 * DAY)
  await untilOnly(JOBS * 0.25)
  setClock(42 * DAY)
  await untilOnly(0)
  living = false
  await killer

  const jobs = await db.of(Jobs).find({}).lean()
  const effects = new Map((await db.of(FeedVersions).find({}).lean()).map(row => [row._id, row]))
  const missed = jobs.filter(({ key, state }) => state !== 'done' || !effects.has(key)).length
  const double = [...effects.values()].filter(({ version }) => version !== 1).length
  const early = jobs.filter(({ key, dueAt }) => {
    const effect = effects.get(key)
    return effect && dueAt.getTime() > latestShown(effect.changedAt.getTime())
  }).length
  const took = Math.round((Date.now() - begun) / SECOND)
  reportFigure(
    `R15 scheduled work: ${jobs.length} jobs, ${WORKERS} processes, ${kills} kills, ${phases.length - 1} clock jumps${SAMPLED} in ${took} s: missed ${missed} / double ${double} / early ${early}`,
  )
  expect({ jobs: jobs.length, missed, double, early }).toEqual({ jobs: JOBS, missed: 0, double: 0, early: 0 })
  expect(kills).toBeGreaterThanOrEqual(5)
}, 7_200_000)

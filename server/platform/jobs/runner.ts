import type { Logger } from 'pino'
import { AppError } from '../errors'
import type { Db } from '../store/db'
import type { Clock } from '../clock'
import { inTransaction } from '../store/transaction'
import { claimJob, dueJobs, finishJob, freeAfterClockJump, releaseJob } from './queue'
import { JOB_KINDS, type JobKind, type JobRow } from './jobs'

export { addJob, cancelJob, jobRow, type NewJob } from './queue'

export interface JobServices {
  db: Db
  clock: Clock
  log: Logger
}

export type Job = Pick<JobRow, 'key' | 'dueAt' | 'data' | 'attempts'>

/** How a kind of work is done. */
export interface JobHandler<Given> {
  /**
   * What needs the world outside the database; comes first, outside of any transaction, and may happen more than once.
   * Its result is handed to `run`.
   */
  prepare?(services: Given, job: Job): Promise<unknown>
  /** The effect: runs in the transaction that marks the job done, so that it counts once. Touches nothing but the database. */
  run(services: Given, job: Job, prepared: unknown): Promise<void>
}

export type JobHandlers<Given> = { readonly [kind in JobKind]?: JobHandler<Given> }

/** Says: not now, but that is nobody's fault. Work of this kind rests until the next look, and is never given up for it. */
export class Postponed extends Error {
  constructor(readonly ms: number) {
    super('postponed')
    this.name = 'Postponed'
  }
}

export interface JobRunner {
  /** Does what is due by now; the number of jobs done. */
  runDue(): Promise<number>
  /** Does so now and every `everyMs`. Gives the way to end it: what has begun is finished. */
  start(everyMs: number): () => Promise<void>
}

const LEASE_MS = 2 * 60_000
const BATCH = 200
const MAX_ATTEMPTS = 8
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 60 * 60_000
/** Milliseconds that one kind of work may take at a look, so that slow work does not keep the others waiting. */
const TURN_MS = 30_000

const pauseAfter = (failures: number) => Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS)

/** A name that may be kept and logged; messages may hold personal data. */
function nameOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  return error instanceof Error ? error.name : 'unknown'
}

/** The clock was set back between claim and work. */
const TOO_EARLY = Symbol('too early')
/** The lease ran out, and somebody else has the job. */
const LOST = Symbol('lost')

type Outcome = 'done' | 'not done' | 'postponed'

interface RunnerOptions<Given> {
  services: Given
  handlers: JobHandlers<Given>
  /** Milliseconds that a claim lasts; what takes longer may be taken over by another process, and only one of them counts. */
  leaseMs?: number
}

/** Claims due jobs from the database, one by one, and does them. Any number of processes may run one at a time. */
export function createJobRunner<Given extends JobServices>({
  services,
  handlers,
  leaseMs = LEASE_MS,
}: RunnerOptions<Given>): JobRunner {
  const { db, clock, log } = services
  const kinds = JOB_KINDS.filter(kind => handlers[kind])
  let ending = false

  /** All of it or nothing: only the holder of the claim, not before its time. */
  async function work(seen: JobRow, claim: string): Promise<void> {
    const { kind, key, dueAt, data, attempts } = seen
    const job: Job = { key, dueAt, data, attempts }
    const handler = handlers[kind]!
    if (clock.now() < dueAt) throw TOO_EARLY
    const prepared = await handler.prepare?.(services, job)
    await inTransaction(db.connection, async () => {
      const doneAt = clock.now()
      if (doneAt < dueAt) throw TOO_EARLY
      if (!(await finishJob(db, seen._id, claim, doneAt))) throw LOST
      await handler.run(services, job, prepared)
    })
  }

  /** What becomes of a job that was not done; null = it is no longer ours. */
  function afterwards({ kind, key, dueAt, ...seen }: JobRow, error: unknown): Partial<JobRow> | null {
    const touchedAt = clock.now()
    const later = (ms: number) => new Date(touchedAt.getTime() + ms)
    if (error === LOST) return null
    if (error === TOO_EARLY) return { nextAt: dueAt, touchedAt: null }
    const lastError = nameOf(error)
    if (error instanceof Postponed) return { nextAt: later(error.ms), touchedAt, lastError }
    const attempts = seen.attempts + 1
    const failed = attempts >= MAX_ATTEMPTS
    log[failed ? 'error' : 'warn']({ kind, key, attempts, error: lastError }, failed ? 'job failed' : 'job')
    const state = failed ? 'failed' : 'waiting'
    return { state, attempts, lastError, nextAt: later(pauseAfter(attempts)), touchedAt }
  }

  async function tryOne(seen: JobRow): Promise<Outcome> {
    const claim = await claimJob(db, seen, clock.now(), leaseMs)
    if (claim === null) return 'not done'
    try {
      await work(seen, claim)
      return 'done'
    } catch (error) {
      const set = afterwards(seen, error)
      if (set) await releaseJob(db, seen._id, claim, set)
      return error instanceof Postponed ? 'postponed' : 'not done'
    }
  }

  async function runKind(kind: JobKind): Promise<number> {
    const end = performance.now() + TURN_MS
    await freeAfterClockJump(db, kind, clock.now())
    let done = 0
    for (;;) {
      const due = await dueJobs(db, kind, clock.now(), BATCH)
      let moved = false
      for (const job of due) {
        if (ending || performance.now() > end) return done
        const outcome = await tryOne(job)
        if (outcome === 'postponed') return done
        if (outcome === 'done') done += 1
        moved ||= outcome === 'done'
      }
      if (!moved) return done
    }
  }

  async function runDue(): Promise<number> {
    let done = 0
    for (const kind of kinds) done += await runKind(kind)
    return done
  }

  function start(everyMs: number): () => Promise<void> {
    let running: Promise<void> | null = null
    const look = () => {
      running ??= runDue()
        .then(
          () => undefined,
          (error: unknown) => log.error({ error: nameOf(error) }, 'jobs'),
        )
        .finally(() => {
          running = null
        })
    }
    look()
    const timer = setInterval(look, everyMs)
    timer.unref()
    return async () => {
      ending = true
      clearInterval(timer)
      await running
    }
  }

  return { runDue, start }
}

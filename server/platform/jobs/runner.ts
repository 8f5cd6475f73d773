import type { Logger } from 'pino'
import { AppError } from '../errors'
import type { Db, Tx } from '../store/db'
import type { Clock } from '../clock'
import type { FreeDisk } from '../store/freeDisk'
import { inTransaction } from '../store/transaction'
import { claimJob, dueJobs, finishJob, freeAfterClockJump, releaseJob } from './queue'
import { JOB_KINDS, type JobKind, type JobRow } from './jobs'

export { addJob, cancelJob, jobRow, type NewJob } from './queue'

export interface JobServices {
  db: Db
  clock: Clock
  log: Logger
  /** Free space of the disk; while there is too little no job runs. */
  disk?: FreeDisk
}

export type Job = Pick<JobRow, 'key' | 'dueAt' | 'data' | 'attempts'>

/** The handler of one kind of job. */
export interface JobHandler<Given> {
  /**
   * Work outside the database (network, files); runs first, outside any transaction, and possibly more than once. Its
   * result is passed to `run`.
   */
  prepare?(services: Given, job: Job): Promise<unknown>
  /**
   * The effect: runs in the transaction that marks the job done, so it happens exactly once. Uses the database only.
   */
  run(tx: Tx, job: Job, services: Given, prepared: unknown): Promise<void>
}

export type JobHandlers<Given> = { readonly [kind in JobKind]?: JobHandler<Given> }

/** Thrown to postpone a job without counting a failed attempt; skips the kind until the next poll. */
export class Postponed extends Error {
  constructor(readonly ms: number) {
    super('postponed')
    this.name = 'Postponed'
  }
}

export interface JobRunner {
  /** Runs the jobs that are due now; returns how many it finished. */
  runDue(): Promise<number>
  /** Runs due jobs now and every `everyMs`. Returns a function that stops polling and waits for running jobs. */
  start(everyMs: number): () => Promise<void>
}

const LEASE_MS = 2 * 60_000
const BATCH = 200
const MAX_ATTEMPTS = 8
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 60 * 60_000
/** Milliseconds that one kind of job may take per poll, so that a slow kind does not block the others. */
const TURN_MS = 30_000

const pauseAfter = (failures: number) => Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS)

/** Returns the name of an error, which is safe to store and log; messages may contain personal data. */
function nameOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  return error instanceof Error ? error.name : 'unknown'
}

/** The clock was set back between claim and run. */
class TooEarly extends Error {}
/** The lease expired and another process claimed the job. */
class ClaimLost extends Error {}

type Outcome = 'done' | 'not done' | 'postponed'

interface RunnerOptions<Given> {
  services: Given
  handlers: JobHandlers<Given>
  /** Milliseconds that a claim lasts; another process may take over after that, and only one result is committed. */
  leaseMs?: number
}

/**
 * Creates a runner that claims due jobs from the database and runs them one at a time. Any number of processes may
 * run one.
 */
export function createJobRunner<Given extends JobServices>({
  services,
  handlers,
  leaseMs = LEASE_MS,
}: RunnerOptions<Given>): JobRunner {
  const { db, clock, log } = services
  const kinds = JOB_KINDS.filter(kind => handlers[kind])
  let ending = false

  /** Runs the job atomically: only with a valid claim, not before its time. */
  async function work(seen: JobRow, claim: string): Promise<void> {
    const { kind, key, dueAt, data, attempts } = seen
    const job: Job = { key, dueAt, data, attempts }
    const handler = handlers[kind]!
    if (clock.now() < dueAt) throw new TooEarly()
    const prepared = await handler.prepare?.(services, job)
    await inTransaction(services, async tx => {
      if (tx.now < dueAt) throw new TooEarly()
      if (!(await finishJob(tx, seen._id, claim))) throw new ClaimLost()
      await handler.run(tx, job, services, prepared)
    })
  }

  /** Returns the changes to an unfinished job; null = its claim is lost. */
  function afterwards({ kind, key, dueAt, ...seen }: JobRow, error: unknown): Partial<JobRow> | null {
    const touchedAt = clock.now()
    const later = (ms: number) => new Date(touchedAt.getTime() + ms)
    if (error instanceof ClaimLost) return null
    if (error instanceof TooEarly) return { nextAt: dueAt, touchedAt: null }
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
    services.disk?.requireRoom()
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

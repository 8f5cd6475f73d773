import type { Logger } from 'pino'
import { AppError } from '../../errors'
import type { JobKind, JobRow, Models } from '../../models'
import type { Clock } from '../clock'
import { inTransaction } from '../store'
import { claimJob, dueJobs, freeAfterClockJump, settleJob } from './store'

export { addJob, cancelJob, type NewJob } from './store'

export interface JobServices {
  models: Models
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

/** Says: not now, but that is nobody's fault. It is tried again after `ms`, and never given up for it. */
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
  const { models, clock, log } = services
  const kinds = Object.keys(handlers) as JobKind[]
  let ending = false

  /** All of it or nothing: only the holder of the claim, not before its time. */
  async function work(seen: JobRow, claim: string): Promise<void> {
    const { kind, key, dueAt, data, attempts } = seen
    const job: Job = { key, dueAt, data, attempts }
    const handler = handlers[kind]!
    if (clock.now() < dueAt) throw TOO_EARLY
    const prepared = await handler.prepare?.(services, job)
    await inTransaction(models.connection, async () => {
      const doneAt = clock.now()
      if (doneAt < dueAt) throw TOO_EARLY
      const mine = await settleJob(models, seen._id, claim, { state: 'done', doneAt, lastError: null })
      if (!mine) throw LOST
      await handler.run(services, job, prepared)
    })
  }

  async function putOff({ _id, kind, key, ...seen }: JobRow, claim: string, error: unknown): Promise<void> {
    const now = clock.now()
    if (error === LOST) return
    if (error === TOO_EARLY) {
      await settleJob(models, _id, claim, { nextAt: seen.dueAt, touchedAt: null, claimedBy: null })
      return
    }
    if (error instanceof Postponed) {
      const nextAt = new Date(now.getTime() + error.ms)
      await settleJob(models, _id, claim, { nextAt, touchedAt: now, claimedBy: null, lastError: error.name })
      return
    }
    const attempts = seen.attempts + 1
    const lastError = nameOf(error)
    const failed = attempts >= MAX_ATTEMPTS
    log[failed ? 'error' : 'warn']({ kind, key, attempts, error: lastError }, failed ? 'job failed' : 'job')
    const nextAt = new Date(now.getTime() + pauseAfter(attempts))
    const state = failed ? 'failed' : 'waiting'
    await settleJob(models, _id, claim, {
      state,
      attempts,
      lastError,
      nextAt,
      touchedAt: now,
      claimedBy: null,
    })
  }

  async function tryOne(seen: JobRow): Promise<boolean> {
    const claim = await claimJob(models, seen, clock.now(), leaseMs)
    if (claim === null) return false
    try {
      await work(seen, claim)
      return true
    } catch (error) {
      await putOff(seen, claim, error)
      return false
    }
  }

  async function runKind(kind: JobKind): Promise<number> {
    await freeAfterClockJump(models, kind, clock.now())
    let done = 0
    for (;;) {
      const due = await dueJobs(models, kind, clock.now(), BATCH)
      for (const job of due) {
        if (ending) return done
        if (await tryOne(job)) done += 1
      }
      if (due.length < BATCH) return done
    }
  }

  async function runDue(): Promise<number> {
    let done = 0
    for (const kind of kinds) done += await runKind(kind)
    return done
  }

  function start(everyMs: number): () => Promise<void> {
    const look = () =>
      runDue().then(
        () => undefined,
        (error: unknown) => log.error({ error: nameOf(error) }, 'jobs'),
      )
    let last: Promise<void> = look()
    let looking = true
    const rest = () => void (looking = false)
    void last.then(rest)
    const timer = setInterval(() => {
      if (looking) return
      looking = true
      last = look()
      void last.then(rest)
    }, everyMs)
    timer.unref()
    return async () => {
      ending = true
      clearInterval(timer)
      await last
    }
  }

  return { runDue, start }
}

import { timingSafeEqual } from 'node:crypto'
import Router from '@koa/router'
import { notFound } from '@server/platform/errors'
import type { AppContext, AppState } from '../middlewares/context'
import { operationOf } from '@server/platform/jobs/storeGauges'
import type { Services } from '@server/platform/services'
import type { Gauge, Metrics } from './registry'
import { withTimeout } from '@server/platform/store/availability'

const PATIENCE_MS = 2_000
const TEXT_FORMAT = 'text/plain; version=0.0.4; charset=utf-8'
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

const same = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

/**
 * Checks that a request has the token; without a configured token, that it comes from this machine and no proxy has
 * forwarded it.
 */
function mayLook({ req }: AppContext, token: string | undefined): boolean {
  const { authorization, 'x-forwarded-for': passedOn, forwarded } = req.headers
  if (token !== undefined) return same(Buffer.from(authorization ?? ''), Buffer.from(`Bearer ${token}`))
  return passedOn === undefined && forwarded === undefined && LOOPBACK.has(req.socket.remoteAddress ?? '')
}

const gauge = (name: string, help: string, value: number): Gauge => ({ name: `mingbai_${name}`, help, value })

async function storeGauges({ db, clock, store }: Services): Promise<Gauge[]> {
  const up = (value: number) => gauge('store_up', 'Whether the store can be reached.', value)
  if (store.isAway()) return [up(0)]
  const operation = await withTimeout(operationOf(db, clock.now()), PATIENCE_MS).catch(() => null)
  if (!operation) return [up(0)]
  const { ledger, fileBytes, failedJobs, jobsLate, backupAge, holidayDaysLeft, bannedMessages } = operation
  return [
    up(1),
    gauge('ledger_entries', 'Entries of the ledger.', ledger),
    gauge('file_bytes', 'Bytes of stored files, for each organisation that stored them.', fileBytes),
    gauge('jobs_failed', 'Scheduled jobs that were given up.', failedJobs),
    gauge('holiday_days_left', 'Days until the last day of the known holiday tables.', holidayDaysLeft),
    gauge('messages_banned', 'Kinds of subscribe message that WeChat has banned.', bannedMessages),
    gauge('jobs_late_seconds', 'How late the job is that has waited longest.', jobsLate),
    ...(backupAge === null ? [] : [gauge('backup_age_seconds', 'Age of the newest backup.', backupAge)]),
  ]
}

const clientErrorGauges = ({ clientErrors }: Services): Gauge[] =>
  Object.entries(clientErrors.counts()).map(([kind, count]) =>
    gauge(`client_errors_${kind}`, 'Faults that phones and browsers reported since the start.', count),
  )

const diskGauges = ({ disk }: Services): Gauge[] => {
  const free = disk.bytes()
  return free === null
    ? []
    : [gauge('disk_free_bytes', 'Free space where the embedded database writes.', free)]
}

const WHAT_OF_MODELS = {
  waiting: 'Requests to the local model that wait or run.',
  answered: 'Requests that the local model answered since the start.',
  failed: 'Requests that the local model did not answer since the start: too many, too slow, or ended.',
  seconds: 'Seconds that requests to the local model waited and ran since the start.',
} as const

const modelGauges = ({ models }: Services): Gauge[] =>
  Object.entries(models.counts()).flatMap(([model, counts]) =>
    (['waiting', 'answered', 'failed', 'seconds'] as const).map(what =>
      gauge(`model_${model}_${what}`, WHAT_OF_MODELS[what], counts[what]),
    ),
  )

/** Serves `/metrics` in Prometheus text format to the operator; answers 404 to everybody else. */
export function metricsRoutes(services: Services, metrics: Metrics): Router<AppState> {
  const router = new Router<AppState>()
  router.get('/metrics', async ctx => {
    if (!mayLook(ctx, services.config.metricsToken)) throw notFound()
    ctx.set({ 'Cache-Control': 'no-store', 'Content-Type': TEXT_FORMAT })
    ctx.body = await metrics.text([
      ...clientErrorGauges(services),
      ...diskGauges(services),
      ...modelGauges(services),
      ...(await storeGauges(services)),
    ])
  })
  return router
}

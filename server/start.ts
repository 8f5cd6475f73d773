import { MIGRATIONS } from '@server/migrations'
import { setTimeout as sleep } from 'node:timers/promises'
import mongoose from 'mongoose'
import { createHandler } from '@server/http/app'
import type { Config } from '@server/platform/config'
import { JOB_HANDLERS, API, composeDb, DAILY_JOBS, LASTING } from '@server/compose'
import { startDailyScheduler } from '@server/platform/jobs/daily'
import { createAllIndexes, ensureCollections } from '@server/platform/store/db'
import { seedIfEmpty } from '@server/demo/seed'
import { createClock } from '@server/platform/clock'
import { startDatabase } from '@server/demo/engine'
import { testLogins } from '@server/demo/testLogins'
import { startFakeWechat } from '@server/demo/fakeWechat'
import { createJobRunner } from '@server/platform/jobs/runner'
import { startAuditChain } from '@server/platform/audit/chainAudit'
import { startCheckpointing } from '@server/disclosure/ledger/checkpoints'
import { createSigner } from '@server/platform/signer'
import { startListening } from '@server/http/listener'
import { createLogger } from '@server/platform/logger'
import { migrateAtStart } from '@server/platform/migrations'
import { findRowLosses, lossLine } from '@server/platform/migrations/rowCounts'
import { startHeartbeat } from '@server/platform/migrations/heartbeat'
import { installed, openModels } from '@server/platform/worker/models'
import { createPrinter } from '@server/platform/worker/printer'
import { watchFreeDisk } from '@server/platform/store/freeDisk'
import { watchStoreAvailability } from '@server/platform/store/availability'
import { createIdentityProvider } from '@server/platform/identity'
import { createClientErrors } from '@server/platform/audit/clientErrors'
import { createTextCheck } from '@server/platform/wechat/textCheck'
import { createTokens } from '@server/platform/access/tokens'
import { createWechat } from '@server/platform/wechat'
import { connect } from '@server/platform/store/connect'

export interface RunningServer {
  /** Base URL of the server, e.g. `http://127.0.0.1:8080`. */
  url: string
  /** Finishes running requests, then releases every resource in the reverse order of the start. */
  stop(): Promise<void>
}

/** Collects the shutdown hooks of everything started so far; they run in reverse order. */
function createShutdownHooks() {
  const steps: (() => Promise<unknown>)[] = []
  return {
    add: (step: () => Promise<unknown>) => void steps.push(step),
    run: async () => {
      for (const step of steps.splice(0).reverse()) await step()
    },
  }
}

/** Starts database, indexes, seed, WeChat and HTTP from the configuration. `say` prints progress for the operator. */
export async function startServer(config: Config, say: (line: string) => void): Promise<RunningServer> {
  const farewell = createShutdownHooks()
  const log = createLogger(config.logLevel)
  const clock = createClock(config.clock)
  try {
    const database = await startDatabase(config, { info: say, warn: say, error: say })
    farewell.add(() => database.stop())
    await connect(mongoose, database)
    farewell.add(() => mongoose.disconnect())
    const db = composeDb(mongoose.connection)
    await ensureCollections(db)
    await migrateAtStart(db, MIGRATIONS, { backupFirst: config.nodeEnv === 'production', say })
    farewell.add(await startHeartbeat(db, { onError: error => log.error({ err: error }, 'heartbeat') }))
    await createAllIndexes(db, { expiry: config.clock === undefined })
    for (const loss of await findRowLosses(db, LASTING)) {
      say(lossLine(loss))
      log.error(loss, 'rows lost')
    }
    if (config.nodeEnv !== 'production') await seedIfEmpty(db, clock, { info: say }, config.identityKey)

    const store = watchStoreAvailability(db, database.mend)
    farewell.add(() => store.stop())
    const disk = await watchFreeDisk(config.mongodbUri ? null : config.dataDir, config.diskReserveMegabytes)
    farewell.add(() => Promise.resolve(disk.stop()))
    const { appId, secret } = config.wechat
    const fake = config.wechat.fake ? await startFakeWechat({ clock, appId, secret }) : null
    if (fake) farewell.add(() => fake.stop())
    const wechat = createWechat({
      appId,
      secret,
      apiBase: fake?.url ?? config.wechat.apiBase,
      clock,
      onRefusal: refusal => log.warn(refusal, 'wechat refused'),
    })
    const models = openModels(installed(config.embeddings))
    farewell.add(() => models.close())
    const services = {
      config,
      db,
      store,
      disk,
      clock,
      log,
      tokens: createTokens(config.jwtSecret, clock),
      signer: createSigner(config),
      wechat,
      identity: createIdentityProvider(config),
      textCheck: createTextCheck(wechat),
      clientErrors: createClientErrors(clock, log),
      printer: createPrinter(),
      models,
      testLogins: () => (fake ? testLogins(clock) : []),
    }
    farewell.add(startAuditChain(services, error => log.error({ err: error }, 'audit chain')))
    farewell.add(startCheckpointing(services, error => log.error({ err: error }, 'checkpoint')))
    if (config.jobsEvery > 0) {
      farewell.add(
        startDailyScheduler(services, DAILY_JOBS, error => log.error({ err: error }, 'daily jobs')),
      )
      farewell.add(createJobRunner({ services, handlers: JOB_HANDLERS }).start(config.jobsEvery * 1000))
    }
    let leaving = false
    const handler = createHandler(services, API, () => leaving)
    const listener = await startListening(handler, config.host, config.port)
    farewell.add(() => listener.end())
    farewell.add(() => {
      leaving = true
      return sleep(config.drainSeconds * 1000)
    })
    return { url: listener.url, stop: () => farewell.run() }
  } catch (error) {
    await farewell.run()
    throw error
  }
}

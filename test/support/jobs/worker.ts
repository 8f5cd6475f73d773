import { readFileSync } from 'node:fs'
import mongoose from 'mongoose'
import pino from 'pino'
import { Jobs } from '@server/platform/jobs/jobs'
import { createDb } from '@server/platform/store/createDb'
import { createJobRunner } from '../../../server/platform/jobs/runner'
import type { Database } from '@server/platform/store/database'
import { connect } from '@server/platform/store/connect'
import { FeedVersions } from '@server/platform/pages/pageVersions'

/** Instructions for a worker in its environment variable `WORKER`. */
export interface WorkerOrders {
  database: Pick<Database, 'uri' | 'options' | 'kind'>
  /** Holds the milliseconds by which its clock differs from the real one. */
  clockFile: string
  leaseMs: number
  everyMs: number
}

/** A process of its own that does due jobs until it is killed. The effect of a job is a row that counts how often it happened. */
async function main(): Promise<void> {
  const { database, clockFile, leaseMs, everyMs } = JSON.parse(process.env.WORKER ?? '') as WorkerOrders
  await connect(mongoose, database)
  const db = createDb(mongoose.connection, [Jobs, FeedVersions], { reactions: [], answers: [] })
  const clock = { now: () => new Date(Date.now() + Number(readFileSync(clockFile, 'utf8'))) }
  const services = { db, clock, log: pino({ level: 'silent' }) }
  createJobRunner({
    services,
    leaseMs,
    handlers: {
      publish: {
        run: async (_services, { key }) => {
          await db
            .of(FeedVersions)
            .updateOne(
              { _id: key },
              { $inc: { version: 1 }, $set: { changedAt: new Date() } },
              { upsert: true },
            )
        },
      },
    },
  }).start(everyMs)
  setInterval(() => undefined, 1_000)
  process.stdout.write('ready')
}

void main()

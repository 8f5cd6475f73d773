import mongoose from 'mongoose'
import { setTimeout as sleep } from 'node:timers/promises'
import { quietLog, startTestEngine } from '../support/engine/engine'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import type { Database } from '@server/platform/store/database'
import { connect, TRANSACTION } from '@server/platform/store/connect'

/** `kill -9` of the database in the midst of transactions: nothing acknowledged may be lost, nothing half-written remain. */

const KILLS = Number(process.env.MINGBAI_ENGINE_KILLS ?? (LONG ? 250 : 5))
const WRITERS = 4

interface Row {
  _id: number
}

const external = process.env.MONGODB_URI !== undefined
let database: Database

beforeAll(async () => {
  if (external) return
  database = await startTestEngine('kill', { ...quietLog, warn: () => undefined })
  await connect(mongoose, database)
  for (const name of ['notices', 'keys']) await mongoose.connection.createCollection(name)
})
afterAll(async () => {
  await mongoose.disconnect()
  await database?.stop()
})

const collection = (name: string) => mongoose.connection.collection<Row>(name)

/** One command as the server does it: the notice and its idempotency key in one transaction. */
const write = (_id: number): Promise<unknown> =>
  mongoose.connection.transaction(async session => {
    await collection('notices').insertOne({ _id }, { session })
    await collection('keys').insertOne({ _id }, { session })
  }, TRANSACTION)

async function idsOf(name: string): Promise<Set<number>> {
  return new Set((await collection(name).find().toArray()).map(row => row._id))
}

const onlyIn = (one: Set<number>, other: Set<number>): number => [...one].filter(id => !other.has(id)).length

function enginePid(): number {
  const engine = database.engine()
  if (engine === undefined) throw new Error('The engine has no record.')
  return engine.pid
}

async function waitUntil(count: () => number, wanted: number): Promise<void> {
  const until = Date.now() + 60_000
  while (count() < wanted) {
    if (Date.now() > until) throw new Error('The database did not come back within a minute.')
    await sleep(5)
  }
}

const onKnownEngine = external ? test.skip : test

onKnownEngine(
  `${KILLS} kills of the database under ${WRITERS} writers`,
  async () => {
    const acknowledged = new Set<number>()
    let next = 0
    let over = false
    let refused = 0
    const writer = async () => {
      while (!over) {
        const id = (next += 1)
        await write(id).then(
          () => acknowledged.add(id),
          () => (refused += 1),
        )
      }
    }
    const writers = Array.from({ length: WRITERS }, writer)
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await waitUntil(() => acknowledged.size, acknowledged.size + 5)
        await sleep(Math.random() * 150)
        process.kill(enginePid(), 'SIGKILL')
      }
    } finally {
      over = true
      await Promise.all(writers)
    }

    const [notices, keys] = [await idsOf('notices'), await idsOf('keys')]
    const lost = onlyIn(acknowledged, notices)
    const half = onlyIn(notices, keys) + onlyIn(keys, notices)
    reportFigure(
      `R1 kill -9 of the database (${database.kind}): ${KILLS} kills${SAMPLED}, ${acknowledged.size} acknowledged, ${refused} refused, ${lost} lost, ${half} half-written`,
    )
    expect({ lost, half }).toEqual({ lost: 0, half: 0 })
  },
  LONG ? 3_600_000 : 300_000,
)

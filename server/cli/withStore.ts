import mongoose from 'mongoose'
import { type Config, loadConfig } from '../config'
import { createModels, ensureIndexes, type Models } from '../models'
import { type Clock, createClock } from '../services/clock'
import { connect, startDatabase } from '../services/engine'

export interface Store {
  models: Models
  clock: Clock
  config: Config
}

/** Runs the work on the database of the configuration, the one the server uses, and lets go of it. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const config = loadConfig()
  const say = (message: string) => console.error(message)
  const database = await startDatabase(config, { info: say, warn: say, error: say })
  try {
    await connect(mongoose, database)
    const models = createModels(mongoose.connection)
    await ensureIndexes(models, { expiry: config.clock === undefined })
    return await work({ models, clock: createClock(config.clock), config })
  } finally {
    await mongoose.disconnect()
    await database.stop()
  }
}

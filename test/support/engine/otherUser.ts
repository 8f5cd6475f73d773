import { loadConfig } from '../../../server/config'
import { startDatabase } from '../../../server/services/engine'
import { quietLog } from './engine'

/** A program of its own that uses the database of DATA_DIR until it gets SIGTERM; prints `ready` once it has it. */
async function main(): Promise<void> {
  const database = await startDatabase(loadConfig(), quietLog)
  const awake = setInterval(() => undefined, 1_000)
  process.once('SIGTERM', () => {
    clearInterval(awake)
    void database.stop()
  })
  process.stdout.write('ready')
}

void main()

import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig } from '../../../server/platform/config'
import { endAbandoned, startDatabase, type Database, type EngineLog } from '../../../server/demo/engine'

const PREFIX = 'mingbai-test-'

/** Says only what is wrong: a test run's output stays short. */
export const quietLog: EngineLog = {
  info: () => undefined,
  warn: message => console.warn(message),
  error: message => console.error(message),
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Ends engines that a killed test run has left behind, and clears their folders. */
export async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter(entry => entry.startsWith(PREFIX))) {
    if (isRunning(Number(name.slice(PREFIX.length).split('-')[0]))) continue
    const folder = path.join(tmpdir(), name)
    await endAbandoned(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An empty data folder of this process in the system's temporary folder; `clearAbandoned` finds it after a kill. */
export function makeDataDir(purpose: string): string {
  const folder = path.join(tmpdir(), `${PREFIX}${process.pid}-${purpose}-${Date.now().toString(36)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** An engine of its own on an empty folder (or the one of MONGODB_URI); `stop` also clears the folder. */
export async function startTestEngine(
  purpose: string,
  log: EngineLog = quietLog,
): Promise<Database & { dataDir: string }> {
  const dataDir = makeDataDir(purpose)
  const config = loadConfig({ ...process.env, NODE_ENV: 'test', DATA_DIR: dataDir })
  const database = await startDatabase(config, log)
  return {
    ...database,
    dataDir,
    stop: async () => {
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig } from '../../../server/platform/config'
import { endAbandoned, startDatabase } from '../../../server/demo/engine'
import type { Database, EngineLog } from '@server/platform/store/database'

const PREFIX = 'mingbai-test-'

/** Where test files find the engines of this run: JSON of one `{ uri, options, kind }` for each of jest's workers. */
export const DATABASE_VARIABLE = 'MINGBAI_TEST_DATABASE'

/** The file system that Linux keeps in memory. */
const MEMORY = '/dev/shm'
/** Bytes that must be free there for one more data folder. */
const ROOM_BYTES = 2 * 1024 ** 3

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= ROOM_BYTES
}

/**
 * Where data folders of tests go: into memory when there is room. A write is then synchronised at no cost, and a `kill -9` of a process
 * leaves the same behind as on a disk.
 */
const fastFolder = (): string => (hasRoom(MEMORY) ? MEMORY : tmpdir())

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
  for (const place of new Set([tmpdir(), MEMORY].filter(existsSync))) {
    for (const name of readdirSync(place).filter(entry => entry.startsWith(PREFIX))) {
      if (isRunning(Number(name.slice(PREFIX.length).split('-')[0]))) continue
      const folder = path.join(place, name)
      await endAbandoned(folder)
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Makes an empty data folder of this process in `place`; `clearAbandoned` finds it after a kill. */
export function makeDataDir(purpose: string, place = fastFolder()): string {
  const folder = path.join(place, `${PREFIX}${process.pid}-${purpose}-${Date.now().toString(36)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Where the test files of a run keep the data folder with the seed, which the first of them that needs it makes. */
export const SEEDED_VARIABLE = 'MINGBAI_TEST_SEEDED'

/**
 * An engine of its own on an empty folder, or on what `fill` puts there (or the one of MONGODB_URI); `stop` also clears the
 * folder.
 */
export async function startTestEngine(
  purpose: string,
  log: EngineLog = quietLog,
  fill: (dataDir: string) => void = () => undefined,
): Promise<Database & { dataDir: string }> {
  const dataDir = makeDataDir(purpose)
  fill(dataDir)
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

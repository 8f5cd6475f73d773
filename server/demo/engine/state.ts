import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, markOf, type ProcessMark } from './process'
import { DatabaseUnavailable, type LocalKind } from '@server/platform/store/database'

/** The running engine as stored in `engine.json`: enough to find and identify it. */
export interface EngineRecord extends ProcessMark {
  kind: LocalKind
  port: number
  store: string
  /** Processes that use it; the last one stops it. */
  users: ProcessMark[]
}

/** The engine's administrator, mode 0600. */
export interface Secret {
  user: string
  password: string
  /** Stores in which the user exists. */
  knownTo: string[]
}

/** Returns the paths below DATA_DIR/database. Both SecantusDB servers share one store. */
export function enginePaths(dataDir: string) {
  const folder = path.join(dataDir, 'database')
  return {
    folder,
    record: path.join(folder, 'engine.json'),
    secret: path.join(folder, 'secret.json'),
    keyFile: path.join(folder, 'mongod.key'),
    lock: path.join(folder, 'start.lock'),
    log: path.join(folder, 'engine.log'),
    secantusStore: path.join(folder, 'secantus'),
    mongodStore: path.join(folder, 'mongod'),
  }
}
export type EnginePaths = ReturnType<typeof enginePaths>

/** Replaces a file atomically, mode 0600, so that a crash leaves the old or the new one complete. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`
  const handle = openSync(draft, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return undefined
  }
}

export const readRecord = (paths: EnginePaths): EngineRecord | undefined =>
  readJson<EngineRecord>(paths.record)
export const writeRecord = (paths: EnginePaths, record: EngineRecord): void =>
  writeWhole(paths.record, JSON.stringify(record, null, 2))
export const removeRecord = (paths: EnginePaths): void => rmSync(paths.record, { force: true })

const writeSecret = (paths: EnginePaths, secret: Secret): void =>
  writeWhole(paths.secret, JSON.stringify(secret))

/** Returns the stored secret, or creates one that the engine does not have yet. */
export function readOrMakeSecret(paths: EnginePaths): Secret {
  const kept = readJson<Secret>(paths.secret)
  if (kept?.user && kept.password) return kept
  const made = { user: 'mingbai', password: randomBytes(24).toString('base64url'), knownTo: [] }
  writeSecret(paths, made)
  return made
}

export const isKnownTo = (secret: Secret, store: string): boolean =>
  secret.knownTo.includes(store) && existsSync(store)

/** Records that the store's user exists. */
export const markKnown = (paths: EnginePaths, secret: Secret, store: string): void =>
  writeSecret(paths, { ...secret, knownTo: [...new Set([...secret.knownTo, store])] })

/** Creates the lock file exclusively; undefined when another process has it. */
function tryLock(file: string): number | undefined {
  try {
    return openSync(file, 'wx', 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined
    throw error
  }
}

/** Checks the age of an empty lock, left by a process that died while creating it. */
function isOld(file: string): boolean {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return made !== undefined && Date.now() - made > 5_000
}

/** Removes a lock whose owner is dead. Its rename decides: only one process succeeds. */
function breakStaleLock(file: string): void {
  const holder = readJson<ProcessMark>(file)
  if (holder === undefined ? !isOld(file) : isAlive(holder)) return
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch {
    // Another process was faster; the next attempt sees the new lock.
  }
}

function tellHolder(handle: number): void {
  try {
    writeSync(handle, JSON.stringify(markOf(process.pid) ?? { pid: process.pid, startedAt: '' }))
  } finally {
    closeSync(handle)
  }
}

/**
 * Runs `work` while no other process of this data folder starts, adopts or stops an engine.
 * @throws DatabaseUnavailable when another process has the lock for longer than a minute
 */
export async function withLock<T>(paths: EnginePaths, work: () => Promise<T>): Promise<T> {
  mkdirSync(paths.folder, { recursive: true, mode: 0o700 })
  const until = Date.now() + 60_000
  let handle = tryLock(paths.lock)
  while (handle === undefined) {
    if (Date.now() > until) {
      throw new DatabaseUnavailable(
        `数据目录正被另一个进程启动中，等了一分钟仍未完成；若确无此进程，请删除 ${paths.lock} 后重试。`,
      )
    }
    await sleep(50)
    breakStaleLock(paths.lock)
    handle = tryLock(paths.lock)
  }
  try {
    tellHolder(handle)
    return await work()
  } finally {
    rmSync(paths.lock, { force: true })
  }
}

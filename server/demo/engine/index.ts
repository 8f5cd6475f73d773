import type { Config } from '@server/platform/config'
import { connectOptions } from '@server/platform/store/connect'
import { mend } from './recover'
import { MONGOD_SET, startMongod } from './mongod'
import { endProcess, freePort, identify, isAlive, markOf, type ProcessMark } from './process'
import { findProgram } from './findEngine'
import { localUri, onAdmin, startSecantus } from './secantus'
import {
  enginePaths,
  readOrMakeSecret,
  readRecord,
  removeRecord,
  withLock,
  writeRecord,
  type EnginePaths,
  type EngineRecord,
} from './state'
import { supervise } from './supervise'
import type { Database, EngineLog, EngineKind } from '@server/platform/store/database'

export { type EngineKind } from '@server/platform/store/database'
export { type Database, type EngineLog } from '@server/platform/store/database'

const SECANTUS_SET = 'secantus'
/** Milliseconds that an unresponsive engine gets to exit by itself. */
const HUNG_PATIENCE = 3_000

/** Checks that the recorded process is still the same engine on the same store. */
function isThatEngine(record: EngineRecord): boolean {
  const found = identify(record.pid)
  if (found === undefined || found.startedAt !== record.startedAt) return false
  return found.command.includes(record.store) && found.command.includes(String(record.port))
}

/** Checks that the engine answers and accepts our password. */
async function isUsable(record: EngineRecord, paths: EnginePaths): Promise<boolean> {
  try {
    await onAdmin(localUri(record.port, readOrMakeSecret(paths)), admin => admin.command({ ping: 1 }))
    return true
  } catch {
    return false
  }
}

const ourselves = (): ProcessMark => markOf(process.pid) ?? { pid: process.pid, startedAt: '' }

const living = (users: ProcessMark[]): ProcessMark[] =>
  users.filter(user => user.pid !== process.pid && isAlive(user))

/** Starts the program on the given port; a restart reuses its port, so that connected drivers reconnect. */
async function startProgram(
  config: Config,
  paths: EnginePaths,
  log: EngineLog,
  port: number,
): Promise<EngineRecord> {
  const program = await findProgram(config, paths, log)
  const start = { program, paths, port, secret: readOrMakeSecret(paths), env: config.programEnv }
  const own = program.kind === 'mongod'
  const mark = await (own ? startMongod(start) : startSecantus(start))
  const store = own ? paths.mongodStore : paths.secantusStore
  return { ...mark, kind: program.kind, port, store, users: [] }
}

/** Ends unfinished transactions of a killed server, which would lock their rows for a minute. */
const dropUnfinished = (record: EngineRecord, paths: EnginePaths): Promise<unknown> =>
  onAdmin(localUri(record.port, readOrMakeSecret(paths)), admin => admin.command({ killAllSessions: [] }))

/** Adopts the engine that already runs on this data folder: one in use, or one left over from a killed server. */
async function adopt(
  paths: EnginePaths,
  log: EngineLog,
  isOrphan: boolean,
): Promise<EngineRecord | undefined> {
  const record = readRecord(paths)
  if (record === undefined || !isThatEngine(record)) return undefined
  if (await isUsable(record, paths)) {
    if (isOrphan) await dropUnfinished(record, paths)
    log.info(`数据库程序已在运行（进程 ${record.pid}），直接使用。`)
    return record
  }
  log.warn(`上次留下的数据库程序（进程 ${record.pid}）没有应答，先结束它。`)
  await endProcess(record, HUNG_PATIENCE)
  return undefined
}

async function startLocal(config: Config, log: EngineLog): Promise<Database> {
  const paths = enginePaths(config.dataDir)
  const record = await withLock(paths, async () => {
    const before = readRecord(paths)
    const others = living(before?.users ?? [])
    const isOrphan = others.length === 0
    // Clients of an engine that has just died reconnect to its port.
    const port = before && !isOrphan ? before.port : await freePort()
    const found = (await adopt(paths, log, isOrphan)) ?? (await startProgram(config, paths, log, port))
    const joined = { ...found, users: [...others, ourselves()] }
    writeRecord(paths, joined)
    return joined
  })
  const endWatch = supervise(
    paths,
    async dead => {
      const started = { ...(await startProgram(config, paths, log, dead.port)), users: dead.users }
      writeRecord(paths, started)
      return started
    },
    log,
  )
  const mongod = record.kind === 'mongod'
  return {
    uri: localUri(record.port, readOrMakeSecret(paths)),
    options: connectOptions(undefined, mongod ? MONGOD_SET : SECANTUS_SET),
    kind: record.kind,
    engine: () => readRecord(paths),
    mend: () => mend(paths, log),
    stop: async () => {
      await endWatch()
      await withLock(paths, () => leave(paths))
    },
  }
}

/** Removes this process from the list of users; the last one stops the engine. */
async function leave(paths: EnginePaths): Promise<void> {
  const record = readRecord(paths)
  if (record === undefined) return
  const users = living(record.users)
  if (users.length > 0) return writeRecord(paths, { ...record, users })
  if (isThatEngine(record)) await endProcess(record)
  removeRecord(paths)
}

/** Returns the last recorded engine of a data folder, regardless of which process started it. */
export function engineOf(dataDir: string): { pid: number; port: number; kind: EngineKind } | undefined {
  return readRecord(enginePaths(dataDir))
}

/** Stops an engine without living users (they were killed); returns whether there was one. */
export async function endAbandoned(dataDir: string): Promise<boolean> {
  const paths = enginePaths(dataDir)
  if (readRecord(paths) === undefined) return false
  await withLock(paths, () => leave(paths))
  return readRecord(paths) === undefined
}

/**
 * Opens the database: MONGODB_URI, else a supervised program of this machine on DATA_DIR. Order: `mongod` on PATH,
 * `secantusd-rs`, `secantusd-py` (installed into ENGINE_DIR if missing); a folder with data stays with the program
 * that wrote it.
 * @throws DatabaseUnavailable with one Chinese sentence
 */
export async function startDatabase(config: Config, log: EngineLog): Promise<Database> {
  if (config.mongodbUri === undefined) return startLocal(config, log)
  return {
    uri: config.mongodbUri,
    options: connectOptions(config.mongodbUri),
    kind: 'external',
    engine: () => undefined,
    mend: () => Promise.resolve(true),
    stop: () => Promise.resolve(),
  }
}

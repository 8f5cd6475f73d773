import { endProcess, isAlive } from './process'
import { localUri, onAdmin } from './secantus'
import { readOrMakeSecret, readRecord, type EnginePaths, type EngineRecord } from './state'
import type { EngineLog } from '@server/platform/store/database'

/** Milliseconds within which one row must be on disk. */
const PATIENCE = 8_000
const DURABLE = { w: 'majority', journal: true } as const

/** Checks that an acknowledged row of the engine is on disk. */
async function keeps(record: EngineRecord, paths: EnginePaths): Promise<boolean> {
  const uri = localUri(record.port, readOrMakeSecret(paths))
  const once = { retryWrites: false, socketTimeoutMS: PATIENCE, serverSelectionTimeoutMS: PATIENCE }
  const write = onAdmin(
    uri,
    admin =>
      admin
        .collection<{ _id: string; at: Date }>('mingbaiMarks')
        .updateOne({ _id: 'keeps' }, { $set: { at: new Date() } }, { upsert: true, writeConcern: DURABLE }),
    once,
  )
  return write.then(
    () => true,
    () => false,
  )
}

/**
 * Checks that the engine accepts writes. After a write failed for lack of disk space, SecantusDB still answers and
 * reads but never completes another write, even with space again; such an engine is killed, and `supervise` restarts
 * it from disk.
 * @returns true when the engine accepts writes
 */
export async function mend(paths: EnginePaths, log: EngineLog): Promise<boolean> {
  const record = readRecord(paths)
  if (record === undefined || !isAlive(record)) return false
  if (await keeps(record, paths)) return true
  log.warn(`数据库程序（进程 ${record.pid}）写不进数据目录，可能磁盘已满；先结束它，再重新启动。`)
  await endProcess(record, 0)
  return false
}

import { endProcess, isAlive } from './process'
import { localUri, onAdmin } from './secantus'
import { readOrMakeSecret, readRecord, type EnginePaths, type EngineRecord } from './state'
import type { EngineLog } from '@server/platform/store/database'

/** Milliseconds in which one row has to be on the disk. */
const PATIENCE = 8_000
const DURABLE = { w: 'majority', journal: true } as const

/** Is a row of the engine's own on the disk when it says so? */
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
 * Does the engine keep what it is given? SecantusDB, once a write has failed for want of room, answers on and reads, but never ends
 * another write, also when there is room again. Such a one is ended, for `supervise` to start it anew from what is on the disk.
 * @returns true when the engine keeps what it is given
 */
export async function mend(paths: EnginePaths, log: EngineLog): Promise<boolean> {
  const record = readRecord(paths)
  if (record === undefined || !isAlive(record)) return false
  if (await keeps(record, paths)) return true
  log.warn(`数据库程序（进程 ${record.pid}）写不进数据目录，可能磁盘已满；先结束它，再重新启动。`)
  await endProcess(record, 0)
  return false
}

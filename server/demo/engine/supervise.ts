import { isAlive } from './process'
import { readRecord, withLock, type EnginePaths, type EngineRecord } from './state'
import type { EngineLog } from '@server/platform/store/database'

const LOOK_EVERY = 100
const LONGEST_PAUSE = 5_000

/**
 * Watches the engine and restarts it on its port when it has died. Every process that uses the engine watches; the
 * lock lets one of them act. Returns a function that stops watching.
 */
export function supervise(
  paths: EnginePaths,
  restart: (dead: EngineRecord) => Promise<EngineRecord>,
  log: EngineLog,
): () => Promise<void> {
  let over = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    const record = readRecord(paths)
    if (over || record === undefined || isAlive(record)) return
    await withLock(paths, async () => {
      const latest = readRecord(paths)
      if (over || latest === undefined || isAlive(latest)) return
      log.warn('数据库程序意外退出，正在重新启动……')
      await restart(latest)
      log.info('数据库程序已重新启动。')
    })
    failures = 0
  }

  function schedule(pause: number): void {
    if (over) return
    timer = setTimeout(() => {
      working = look()
        .catch((error: unknown) => {
          failures += 1
          log.error(
            `数据库程序未能重新启动（第 ${failures} 次）：${error instanceof Error ? error.message : String(error)}`,
          )
        })
        .finally(() => schedule(Math.min(LOOK_EVERY * 2 ** failures, LONGEST_PAUSE)))
    }, pause)
    timer.unref()
  }

  schedule(LOOK_EVERY)
  return async () => {
    over = true
    clearTimeout(timer)
    await working
  }
}

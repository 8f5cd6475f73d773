import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { answers, endProcess, isAlive, markOf, type ProcessMark } from './process'
import { DatabaseUnavailable } from '@server/platform/store/database'

export interface Launch {
  command: string
  args: string[]
  port: number
  logFile: string
  /** Environment variables of the program. */
  env: NodeJS.ProcessEnv
}

/**
 * Starts it in its own process group, so that Ctrl-C in a terminal reaches this process first, which then stops it
 * cleanly.
 */
function spawnEngine({ command, args, logFile, env }: Launch): Promise<number> {
  const log = openSync(logFile, 'a', 0o600)
  return new Promise<number>((resolve, reject) => {
    const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log], env })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve(child.pid ?? 0)
    })
  }).finally(() => closeSync(log))
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-4_000)
  } catch {
    return ''
  }
}

function reasonOf(logFile: string): string {
  const said = lastLines(logFile)
  if (/resource busy|Resource temporarily unavailable|DBPathInUse|already being managed/i.test(said)) {
    return '数据目录已被另一个数据库进程占用；请先停止它，或另设 DATA_DIR。'
  }
  if (/No space left/i.test(said)) return '磁盘已满，数据库无法启动；请先腾出空间。'
  return `数据库程序启动后立即退出，原因见 ${logFile}。`
}

/**
 * Starts the program and waits until it accepts connections.
 * @throws DatabaseUnavailable when it exits at once or does not answer within a minute
 */
export async function launch(what: Launch): Promise<ProcessMark> {
  const pid = await spawnEngine(what).catch((cause: unknown) => {
    throw new DatabaseUnavailable(`数据库程序 ${what.command} 无法运行。`, { cause })
  })
  const mark = markOf(pid)
  if (mark === undefined) throw new DatabaseUnavailable(reasonOf(what.logFile))
  const until = Date.now() + 60_000
  while (!(await answers(what.port))) {
    if (!isAlive(mark)) throw new DatabaseUnavailable(reasonOf(what.logFile))
    if (Date.now() > until) {
      await endProcess(mark)
      throw new DatabaseUnavailable(`数据库程序一分钟内没有应答，原因见 ${what.logFile}。`)
    }
    await sleep(25)
  }
  return mark
}

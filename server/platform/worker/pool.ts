import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { environmentForHelper } from '../config/workerEnvironment'
import { DocumentError } from '@server/documents/documentError'
import type { WorkerResponse, WorkerRequest, Task, Tasks } from './tasks'

/** Nobody has asked for so long: the helper ends, its memory is free. */
const IDLE_MS = 10_000
/** A task that takes more of time or memory is given up, so that whoever comes after it is not kept waiting. */
const TIME_MS = 60_000
const MEMORY_MB = 768
/** How a program ends that aborts itself, where there are no signals. */
const ABORTED = 134

const TOO_MUCH = '文件太大或太复杂，读不完，请拆成几个文件，或只留要用的部分，再上传'

interface Asked {
  order: WorkerRequest
  resolve(value: unknown): void
  reject(error: Error): void
}

let helper: ChildProcess | null = null
let doing: Asked | null = null
/** Of the task at hand; without one, of the rest. */
let timer: NodeJS.Timeout | undefined
const queue: Asked[] = []

/**
 * From the source tree the helper reads TypeScript too; bundled it lies beside the server. What libraries print of a file may quote
 * it, and is not heard.
 */
const start = (): ChildProcess => {
  const fromSource = __filename.endsWith('.ts')
  return fork(path.join(__dirname, fromSource ? 'program.ts' : 'helper.js'), {
    execArgv: [`--max-old-space-size=${MEMORY_MB}`, ...(fromSource ? ['--import', 'tsx'] : [])],
    env: environmentForHelper(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

function running(): ChildProcess {
  if (helper?.connected) return helper
  const started = start()
  started.on('message', answer => settle(started, answer as WorkerResponse))
  started.on('error', error => onExit(started, error))
  started.on('exit', (code, signal) => onExit(started, deathOf(code, signal)))
  return (helper = started)
}

/** The task at hand is no longer. */
function ended(): Asked | null {
  clearTimeout(timer)
  const asked = doing
  doing = null
  return asked
}

function settle(from: ChildProcess, answer: WorkerResponse): void {
  if (helper !== from) return
  const asked = ended()
  if ('done' in answer) asked?.resolve(answer.done)
  else if ('failed' in answer) asked?.reject(new Error(answer.failed))
  else asked?.reject(new DocumentError(answer.refused.code, answer.refused.message, answer.refused.details))
  next()
}

/** Of a file it is the file's fault. */
const tooMuch = (task: Task): Error =>
  task === 'print' ? new Error('a print takes too much') : new DocumentError('too-large', TOO_MUCH)

/** A helper that was killed, by itself for want of memory or by the system: what it had to do was too much. */
class Killed extends Error {}

const deathOf = (code: number | null, signal: string | null): Error =>
  signal || code === ABORTED ? new Killed(`${signal}`) : new Error(`the helper ended with ${code}`)

/** The helper is gone: whose task it had is told so, the next task gets another. */
function onExit(gone: ChildProcess, error: Error): void {
  if (helper !== gone) return
  helper = null
  const asked = ended()
  asked?.reject(error instanceof Killed ? tooMuch(asked.order.task) : error)
  next()
}

function killSlow(slow: ChildProcess): void {
  onExit(slow, new Killed('too slow'))
  slow.kill('SIGKILL')
}

function onIdle(): void {
  helper?.unref()
  helper?.channel?.unref()
  timer = setTimeout(() => {
    const tired = helper
    helper = null
    if (tired?.connected) tired.disconnect()
  }, IDLE_MS).unref()
}

/** Begins the next task, unless there is one at hand: a print, for which somebody waits who only reads, goes before files. */
function next(): void {
  if (doing) return
  clearTimeout(timer)
  const print = queue.findIndex(({ order }) => order.task === 'print')
  const [asked] = queue.splice(Math.max(print, 0), 1)
  if (!asked) return onIdle()
  doing = asked
  const free = running()
  timer = setTimeout(killSlow, TIME_MS, free)
  free.ref()
  free.channel?.ref()
  free.send(asked.order)
}

/**
 * Does a task in a process of its own, at a low priority: whoever reads meanwhile is not kept waiting, and a file that breaks a library
 * does not break the server. Tasks come one after another.
 * @throws what the task throws: a DocumentError as such, anything else by its words; DocumentError `too-large` for a file that
 * takes too much time or memory
 */
export const runInWorker = <K extends Task>(
  task: K,
  ...args: Parameters<Tasks[K]>
): Promise<Awaited<ReturnType<Tasks[K]>>> =>
  new Promise((resolve, reject) => {
    queue.push({ order: { task, args }, resolve: resolve as Asked['resolve'], reject })
    next()
  })

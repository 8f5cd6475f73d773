import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { environmentForHelper } from '../config/workerEnvironment'
import { DocumentError } from '@server/documents/documentError'
import type { WorkerResponse, WorkerRequest, Task, Tasks } from './tasks'

/** Milliseconds without a task after which the worker exits and frees its memory. */
const IDLE_MS = 10_000
/** Milliseconds after which a task is killed, so that the next one can run. */
const TIME_MS = 60_000
const MEMORY_MB = 768
/** Exit code of a program that aborts itself, on systems without signals. */
const ABORTED = 134

const TOO_MUCH = '文件太大或太复杂，读不完，请拆成几个文件，或只留要用的部分，再上传'

interface Asked {
  order: WorkerRequest
  resolve(value: unknown): void
  reject(error: Error): void
}

let helper: ChildProcess | null = null
let doing: Asked | null = null
/** Timeout of the current task; without one, of the idle period. */
let timer: NodeJS.Timeout | undefined
const queue: Asked[] = []

/**
 * Starts the worker: as TypeScript in the source tree, from the server's folder in the bundle. Its output is ignored:
 * libraries may quote the file.
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

/** Removes the current task and its timer. */
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

/** Returns the error of a killed task: for a file, that it is too large. */
const tooMuch = (task: Task): Error =>
  task === 'print' ? new Error('a print takes too much') : new DocumentError('too-large', TOO_MUCH)

/** Signals that the worker was killed, by itself for lack of memory or by the system: the task was too large. */
class Killed extends Error {}

const deathOf = (code: number | null, signal: string | null): Error =>
  signal || code === ABORTED ? new Killed(`${signal}`) : new Error(`the helper ended with ${code}`)

/** Fails the current task after the worker has exited; the next task starts a new worker. */
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

/** Starts the next task if none is running: prints, for which a reader waits, take precedence over files. */
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
 * Runs a task in a separate process at low priority: reads stay fast, and a file that crashes a library does not
 * crash the server. Tasks run one at a time.
 * @throws the task's error: a DocumentError as such, anything else with its message; DocumentError `too-large` for a
 * file that takes too much time or memory
 */
export const runInWorker = <K extends Task>(
  task: K,
  ...args: Parameters<Tasks[K]>
): Promise<Awaited<ReturnType<Tasks[K]>>> =>
  new Promise((resolve, reject) => {
    queue.push({ order: { task, args }, resolve: resolve, reject })
    next()
  })

import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { environmentForHelper } from '../config/workerEnvironment'
import { errorText } from '@shared/texts/errors'
import { AppError } from '../errors'
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
/** Tasks that wait at most; a further one is refused. */
const MOST_WAITING = 20
const RETRY_SECONDS = '5'
/** Whether the latest task was a print: prints and files take turns. */
let printed = false

/** Creates a 503: too many tasks wait; nothing was done and the request may be repeated. */
const tooMany = () =>
  new AppError(503, 'worker-busy', [], errorText('worker-busy'), { 'Retry-After': RETRY_SECONDS })

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

const isPrint = ({ order }: Asked): boolean => order.task === 'print'

/** Starts the next task if none is running: a print and a file in turn, so that no flood of one stops the other. */
function next(): void {
  if (doing) return
  clearTimeout(timer)
  const turn = queue.findIndex(asked => isPrint(asked) !== printed)
  const [asked] = queue.splice(Math.max(turn, 0), 1)
  if (!asked) return onIdle()
  doing = asked
  printed = isPrint(asked)
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
 * file that takes too much time or memory; AppError 503 `worker-busy` when too many tasks of its kind wait
 */
export const runInWorker = <K extends Task>(
  task: K,
  ...args: Parameters<Tasks[K]>
): Promise<Awaited<ReturnType<Tasks[K]>>> =>
  new Promise((resolve, reject) => {
    const asked: Asked = { order: { task, args }, resolve: resolve, reject }
    if (queue.filter(one => isPrint(one) === isPrint(asked)).length >= MOST_WAITING) return reject(tooMany())
    queue.push(asked)
    next()
  })

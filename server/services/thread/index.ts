import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { DocumentError } from '../../documents/catalogue/documentError'
import { withBuffers } from './bytes'
import type { Task, Tasks, ThreadAnswer, ThreadOrder } from './tasks'

/** Nobody has asked for so long: the thread ends, its memory is free. */
const IDLE_MS = 10_000
/** A task that takes more of time or memory is given up, so that whoever comes after it is not kept waiting. */
const TIME_MS = 60_000
const MEMORY_MB = 768

const TOO_MUCH = '文件太大或太复杂，读不完，请拆成几个文件，或只留要用的部分，再上传'

interface Asked {
  order: ThreadOrder
  resolve(value: unknown): void
  reject(error: Error): void
}

let thread: Worker | null = null
let doing: Asked | null = null
/** Of the task at hand; without one, of the rest. */
let timer: NodeJS.Timeout | undefined
const queue: Asked[] = []

/** From the source tree the thread reads TypeScript too; bundled it lies beside the server. */
const start = (): Worker => {
  const options = { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, execArgv: [] }
  if (!__filename.endsWith('.ts')) return new Worker(path.join(__dirname, 'thread.js'), options)
  const program = `require(${JSON.stringify(path.join(__dirname, 'program.ts'))})`
  const source = `require('tsx/cjs'); import('tsx/esm/api').then(({ register }) => { register(); ${program} })`
  return new Worker(source, { ...options, eval: true })
}

function running(): Worker {
  if (thread) return thread
  const started = start()
  started.on('message', (answer: ThreadAnswer) => settle(started, answer))
  started.on('error', error => lose(started, error as NodeJS.ErrnoException))
  started.on('exit', code => lose(started, new Error(`the thread ended with ${code}`)))
  return (thread = started)
}

/** The task at hand is no longer. */
function ended(): Asked | null {
  clearTimeout(timer)
  const asked = doing
  doing = null
  return asked
}

function settle(from: Worker, answer: ThreadAnswer): void {
  if (thread !== from) return
  const asked = ended()
  if ('done' in answer) asked?.resolve(withBuffers(answer.done))
  else if ('failed' in answer) asked?.reject(new Error(answer.failed))
  else asked?.reject(new DocumentError(answer.refused.code, answer.refused.message, answer.refused.details))
  next()
}

/** Of a file it is the file's fault. */
const tooMuch = (task: Task): Error =>
  task === 'print' ? new Error('a print takes too much') : new DocumentError('too-large', TOO_MUCH)

/** The thread is gone: whose task it had is told so, the next task gets another. */
function lose(gone: Worker, error: NodeJS.ErrnoException): void {
  if (thread !== gone) return
  thread = null
  const asked = ended()
  asked?.reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(asked.order.task) : error)
  next()
}

function giveUp(worker: Worker, task: Task): void {
  lose(worker, tooMuch(task))
  void worker.terminate()
}

function rest(): void {
  thread?.unref()
  timer = setTimeout(() => {
    const tired = thread
    thread = null
    void tired?.terminate()
  }, IDLE_MS).unref()
}

/** Begins the next task, unless there is one at hand: a print, for which somebody waits who only reads, goes before files. */
function next(): void {
  if (doing) return
  clearTimeout(timer)
  const print = queue.findIndex(({ order }) => order.task === 'print')
  const [asked] = queue.splice(Math.max(print, 0), 1)
  if (!asked) return rest()
  doing = asked
  const worker = running()
  timer = setTimeout(giveUp, TIME_MS, worker, asked.order.task)
  worker.ref()
  worker.postMessage(asked.order)
}

/**
 * Does a task in a thread of its own, at a low priority: whoever reads meanwhile is not kept waiting. Tasks come one after another.
 * @throws what the task throws: a DocumentError as such, anything else by its words; DocumentError `too-large` for a file that
 * takes too much time or memory
 */
export const inThread = <K extends Task>(
  task: K,
  ...args: Parameters<Tasks[K]>
): Promise<Awaited<ReturnType<Tasks[K]>>> =>
  new Promise((resolve, reject) => {
    queue.push({ order: { task, args }, resolve: resolve as Asked['resolve'], reject })
    next()
  })

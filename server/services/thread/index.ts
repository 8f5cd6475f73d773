import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { DocumentError, type DocumentErrorCode } from '../../documents/catalogue/documentError'
import type { Issue } from '@shared/schemas/common'
import type { Task, Tasks, ThreadAnswer, ThreadOrder } from './tasks'

/** Nobody has asked for so long: the thread ends, its memory is free. */
const IDLE_MS = 10_000
const MEMORY_MB = 768

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

let thread: Worker | null = null
let idle: NodeJS.Timeout | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/** From the source tree the thread reads TypeScript too; bundled it lies beside the server. */
const start = (): Worker => {
  const options = { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, execArgv: [] }
  if (!__filename.endsWith('.ts')) return new Worker(path.join(__dirname, 'thread.js'), options)
  const source = JSON.stringify(path.join(__dirname, 'program.ts'))
  return new Worker(`require('tsx/cjs'); require(${source})`, { ...options, eval: true })
}

function settle(answer: ThreadAnswer): void {
  const asked = waiting.get(answer.id)
  waiting.delete(answer.id)
  if ('done' in answer) return asked?.resolve(answer.done)
  if ('failed' in answer) return asked?.reject(new Error(answer.failed))
  const { code, message, details } = answer.refused
  asked?.reject(new DocumentError(code as DocumentErrorCode, message, details as Issue[]))
}

/** The thread is gone: whoever waits for it is told so, the next one gets another. */
function lose(gone: Worker, error: Error): void {
  if (thread !== gone) return
  thread = null
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

function running(): Worker {
  if (thread) return thread
  const started = start()
  started.unref()
  started.on('message', (answer: ThreadAnswer) => {
    settle(answer)
    if (waiting.size === 0) rest()
  })
  started.on('error', error => lose(started, error as Error))
  started.on('exit', code => lose(started, new Error(`the thread ended with ${code}`)))
  return (thread = started)
}

function rest(): void {
  thread?.unref()
  idle = setTimeout(() => {
    const tired = thread
    thread = null
    void tired?.terminate()
  }, IDLE_MS).unref()
}

/**
 * Does a task in a thread of its own, at a low priority: whoever reads meanwhile is not kept waiting. Tasks come one after another.
 * @throws what the task throws: a DocumentError as such, anything else by its words
 */
export async function inThread<K extends Task>(
  task: K,
  ...args: Parameters<Tasks[K]>
): Promise<Awaited<ReturnType<Tasks[K]>>> {
  clearTimeout(idle)
  const worker = running()
  worker.ref()
  const id = (last += 1)
  const done = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.postMessage({ id, task, args } satisfies ThreadOrder)
  return (await done) as Awaited<ReturnType<Tasks[K]>>
}

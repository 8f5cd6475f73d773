import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { DocumentError } from '../../documents/catalogue/documentError'
import { TASKS, type ThreadAnswer, type ThreadOrder } from './tasks'

/** On Linux the priority of this thread alone, elsewhere that of nobody: readers go before whoever waits for a file. */
const LOW_PRIORITY = 10

/** Bytes arrive as bare arrays. */
const withBuffers = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return value
  return { ...value, bytes: withBuffers(value.bytes) }
}

async function obey({ id, task, args }: ThreadOrder): Promise<ThreadAnswer> {
  try {
    const work = TASKS[task] as (...given: unknown[]) => Promise<unknown>
    return { id, done: await work(...args.map(withBuffers)) }
  } catch (error) {
    if (!(error instanceof DocumentError)) return { id, failed: (error as Error).stack ?? String(error) }
    const { code, message, details } = error
    return { id, refused: { code, message, details } }
  }
}

if (process.platform === 'linux') setPriority(0, LOW_PRIORITY)
parentPort!.on('message', (order: ThreadOrder) => {
  void obey(order).then(answer => parentPort!.postMessage(answer))
})

import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { DocumentError } from '../../documents/catalogue/documentError'
import { withBuffers } from './bytes'
import { TASKS, type ThreadAnswer, type ThreadOrder } from './tasks'

/** On Linux the priority of this thread alone, elsewhere that of nobody: readers go before whoever waits for a file. */
const LOW_PRIORITY = 10

async function obey({ task, args }: ThreadOrder): Promise<ThreadAnswer> {
  try {
    const work = (await TASKS[task]()) as (...given: unknown[]) => Promise<unknown>
    return { done: await work(...args.map(withBuffers)) }
  } catch (error) {
    if (!(error instanceof DocumentError)) return { failed: (error as Error).stack ?? String(error) }
    const { code, message, details } = error
    return { refused: { code, message, details } }
  }
}

if (process.platform === 'linux') setPriority(0, LOW_PRIORITY)
parentPort!.on('message', (order: ThreadOrder) => {
  void obey(order).then(answer => parentPort!.postMessage(answer))
})

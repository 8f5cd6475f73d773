import { DocumentError } from '@server/documents/documentError'
import { lowerPriority } from './priority'
import { type WorkerResponse, type WorkerRequest, TASKS } from './tasks'

async function obey({ task, args }: WorkerRequest): Promise<WorkerResponse> {
  try {
    const work = (await TASKS[task]()) as (...given: unknown[]) => Promise<unknown>
    return { done: await work(...args) }
  } catch (error) {
    if (!(error instanceof DocumentError)) return { failed: (error as Error).stack ?? String(error) }
    const { code, message, details } = error
    return { refused: { code, message, details } }
  }
}

// Reads take precedence over file tasks.
lowerPriority()
// Ignores group signals; the server disconnects the worker after the last task.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', (order: WorkerRequest) => {
  void obey(order).then(answer => process.send!(answer))
})

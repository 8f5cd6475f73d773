import { DocumentError } from '../../documents/catalogue/documentError'
import { giveWay } from './priority'
import { type HelperAnswer, type HelperOrder, TASKS } from './tasks'

/** Readers go before whoever waits for a file. */
const LOW_PRIORITY = 10

async function obey({ task, args }: HelperOrder): Promise<HelperAnswer> {
  try {
    const work = (await TASKS[task]()) as (...given: unknown[]) => Promise<unknown>
    return { done: await work(...args) }
  } catch (error) {
    if (!(error instanceof DocumentError)) return { failed: (error as Error).stack ?? String(error) }
    const { code, message, details } = error
    return { refused: { code, message, details } }
  }
}

giveWay(LOW_PRIORITY)
process.on('disconnect', () => process.exit())
process.on('message', (order: HelperOrder) => {
  void obey(order).then(answer => process.send!(answer))
})

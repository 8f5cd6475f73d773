import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Print, RecordPrint } from '@server/documents/print'
import { runInWorker } from './pool'

interface Printed {
  pdf: Buffer
  /** Hash of the printed content: equal for equal content. */
  sha256: string
}

/** Prints a document and caches the latest results: an unchanged list is not printed again. */
export type Printer = (print: Print | RecordPrint) => Promise<Printed>

const KEPT = 24

export function createPrinter(): Printer {
  const kept = new LRUCache<string, Promise<Buffer>>({ max: KEPT })
  return async print => {
    const sha256 = createHash('sha256').update(JSON.stringify(print)).digest('hex')
    const pdf = kept.get(sha256) ?? runInWorker('print', print)
    kept.set(sha256, pdf)
    try {
      return { pdf: await pdf, sha256 }
    } catch (error) {
      kept.delete(sha256)
      throw error
    }
  }
}

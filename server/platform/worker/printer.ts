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

/** Prints kept at most, and their bytes in all. */
const KEPT = 200
const KEPT_BYTES = 64_000_000

export function createPrinter(): Printer {
  const kept = new LRUCache<string, Buffer>({
    max: KEPT,
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ length }) => Math.max(1, length),
  })
  const making = new Map<string, Promise<Buffer>>()

  function made(sha256: string, print: Print | RecordPrint): Promise<Buffer> {
    const pdf = runInWorker('print', print)
      .then(bytes => {
        kept.set(sha256, bytes)
        return bytes
      })
      .finally(() => making.delete(sha256))
    making.set(sha256, pdf)
    return pdf
  }

  return async print => {
    const sha256 = createHash('sha256').update(JSON.stringify(print)).digest('hex')
    const pdf = kept.get(sha256) ?? making.get(sha256) ?? made(sha256, print)
    return { pdf: await pdf, sha256 }
  }
}

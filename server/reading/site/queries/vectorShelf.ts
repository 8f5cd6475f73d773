import { trusted } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { unpackedAll } from '@server/platform/worker/inference/vectorFile'
import type { MeaningModel } from '@server/platform/worker/models'
import { TextVectors, type TextVectorRow } from '../models/textVectors'

/** Texts whose vectors are one row of the store. */
export interface TextBlock {
  key: string
  kind: 'query' | 'passage'
  texts: readonly string[]
}

/** Vectors of texts, by text. */
export type Vectors = Map<string, Float32Array>

/** Rows of one read. */
const AT_ONCE = 256
/** Rows that a process keeps, about 2 KB each. */
const MOST = 8000

const bytesOf = (vector: Buffer | { buffer: Uint8Array }): Buffer =>
  Buffer.isBuffer(vector) ? vector : Buffer.from(vector.buffer)

async function readSome(db: Db, blocks: readonly TextBlock[]): Promise<[string, Buffer][]> {
  const rows = await db
    .of(TextVectors)
    .find({ _id: trusted({ $in: blocks.map(({ key }) => key) }) }, { vectors: 1 })
    .lean<Pick<TextVectorRow, '_id' | 'vectors'>[]>()
    .exec()
  return rows.map(({ _id, vectors }) => [_id, bytesOf(vectors)])
}

/** Stored vectors of one model that this process has read: the store is asked for each row once. */
export class VectorShelf {
  private readonly kept = new Map<string, Buffer>()

  /** Keeps a row; of too many the oldest goes. */
  keep(key: string, vectors: Buffer): void {
    this.kept.delete(key)
    this.kept.set(key, vectors)
    if (this.kept.size > MOST) this.kept.delete(this.kept.keys().next().value!)
  }

  /** What is kept of a block. */
  bytes(key: string): Buffer {
    return this.kept.get(key) ?? Buffer.alloc(0)
  }

  /**
   * Reads what is not here yet and returns the blocks that are stored nowhere. What was read stays when the time of a
   * search is over, so that the next one has it. With `isWhole`, stops at the first read that lacks one.
   */
  async missing(db: Db, blocks: readonly TextBlock[], isWhole = false): Promise<TextBlock[]> {
    const isMissing = ({ key }: TextBlock) => !this.kept.has(key)
    const wanted = blocks.filter(isMissing)
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const some = wanted.slice(from, from + AT_ONCE)
      for (const [key, vectors] of await readSome(db, some)) this.keep(key, vectors)
      if (isWhole && some.some(isMissing)) break
    }
    return wanted.filter(isMissing)
  }

  /** Returns the vectors of blocks that are here. */
  vectors(blocks: readonly TextBlock[]): Vectors {
    const found: Vectors = new Map()
    for (const { key, texts } of blocks) {
      const vectors = unpackedAll(this.bytes(key), texts.length)
      vectors.forEach((vector, at) => found.set(texts[at]!, vector))
    }
    return found
  }
}

const shelves = new WeakMap<MeaningModel, VectorShelf>()

/** Returns the shelf of a model. */
export function shelfOf(model: MeaningModel): VectorShelf {
  const shelf = shelves.get(model) ?? new VectorShelf()
  shelves.set(model, shelf)
  return shelf
}

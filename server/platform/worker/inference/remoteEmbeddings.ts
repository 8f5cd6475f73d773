import { z } from 'zod'
import type { TextKind } from './embedder'
import { areVectors, type EmbeddingService } from './embeddings'

/** Where vectors are asked for: any server with the interface of OpenAI. */
export interface EmbeddingsAddress {
  /** Address of the server, without `/v1/embeddings`. */
  url: string
  model: string
  /** Words that the model wants before what is asked and before what is found. */
  prefixes: Record<TextKind, string>
}

const TIME_MS = 10_000
/** Texts of one request. */
const AT_ONCE = 64
/** Requests that may wait; beyond it the rules run. */
const QUEUE = 16
const LONGEST_ANSWER = 16_000_000

const Answer = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(8).max(8192) })),
})

/** The vector with length 1; null for one without a direction. */
function unit(numbers: readonly number[]): Float32Array | null {
  const length = Math.sqrt(numbers.reduce((sum, one) => sum + one * one, 0))
  return length > 0 && Number.isFinite(length) ? Float32Array.from(numbers, one => one / length) : null
}

/** Different texts that all have the same vector: the server answers without reading. */
const areAlike = (vectors: readonly Float32Array[], texts: readonly string[]): boolean =>
  new Set(texts).size > 1 && vectors.every(one => one.every((number, at) => number === vectors[0]![at]))

/** Reads an answer. @throws Error for one that is not a vector for each text, in some order */
function vectorsIn(body: string, texts: readonly string[]): Float32Array[] {
  const { data } = Answer.parse(JSON.parse(body))
  const byIndex = new Map(data.map(({ index, embedding }) => [index, embedding]))
  const found = texts.map((_, at) => unit(byIndex.get(at) ?? []))
  const vectors = found.filter(vector => vector !== null)
  if (data.length !== texts.length || !areVectors(vectors, texts) || areAlike(vectors, texts)) {
    throw new Error('the server of vectors answered nonsense')
  }
  return vectors
}

/** Reads an answer up to its largest size, whatever length it claims. @throws Error beyond it */
async function bodyOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > LONGEST_ANSWER) throw new Error('the server of vectors answered too much')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

async function post(
  { url, model }: EmbeddingsAddress,
  input: readonly string[],
  time: number,
): Promise<string> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/v1/embeddings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ model, input, encoding_format: 'float' }),
    redirect: 'error',
    signal: AbortSignal.timeout(time),
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`the server of vectors answered ${response.status}`)
  }
  return bodyOf(response)
}

/** Asks a server for vectors; what refuses, is late or answers another shape or size counts as no answer. */
export function remoteEmbeddings(address: EmbeddingsAddress, time = TIME_MS): EmbeddingService {
  let waiting = 0
  let size: number | null = null
  const embedSome = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors = vectorsIn(await post(address, texts, time), texts)
    size ??= vectors[0]!.length
    if (vectors[0]!.length !== size) throw new Error('the server of vectors changed their size')
    return vectors
  }
  return {
    model: address.model,
    waiting: () => waiting,
    close: () => Promise.resolve(),
    embed: async (texts, kind) => {
      if (waiting >= QUEUE) return null
      waiting += 1
      const found: Float32Array[] = []
      try {
        for (let from = 0; from < texts.length; from += AT_ONCE) {
          const some = texts.slice(from, from + AT_ONCE).map(text => `${address.prefixes[kind]}${text}`)
          found.push(...(await embedSome(some)))
        }
        return found
      } catch {
        return null
      } finally {
        waiting -= 1
      }
    },
  }
}

import { parentPort, workerData } from 'node:worker_threads'
import { type Embedder, loadEmbedder, type TextKind } from './embedder'
import { loadNameReader, type NameReader, type NameSpan } from './lac'

/** Where the weights are; a model without a place is not asked. */
export interface ModelPlaces {
  embeddings?: string
  names?: string
}

/** What is asked of a model. */
export type Question =
  | { model: 'embeddings'; texts: readonly string[]; kind: TextKind }
  | { model: 'names'; texts: readonly string[] }

export type InferenceRequest = Question & { id: number }

export type InferenceResponse =
  | { id: number; vectors: Float32Array[] }
  | { id: number; names: NameSpan[][] }
  | { id: number; failed: string }

let embedder: Promise<Embedder> | undefined
let reader: Promise<NameReader> | undefined

const places = (): ModelPlaces => workerData as ModelPlaces

async function namesIn(texts: readonly string[]): Promise<NameSpan[][]> {
  const { names } = await (reader ??= loadNameReader(places().names!))
  const found: NameSpan[][] = []
  for (const text of texts) found.push(await names(text))
  return found
}

async function answer(request: InferenceRequest): Promise<InferenceResponse> {
  const { id, texts } = request
  try {
    if (request.model === 'names') return { id, names: await namesIn(texts) }
    const { embed } = await (embedder ??= loadEmbedder(places().embeddings!))
    return { id, vectors: await embed(texts, request.kind) }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : 'unknown' }
  }
}

// One request at a time, in order: a run blocks the thread that calls it.
parentPort?.on('message', (request: InferenceRequest) => {
  void answer(request).then(response => parentPort?.postMessage(response))
})

import { parentPort, workerData } from 'node:worker_threads'
import { type Embedder, loadEmbedder, type TextKind } from './embedder'

/** The worker thread of the model: one request at a time, in order. A run blocks the thread that calls it. */
export interface EmbedRequest {
  id: number
  texts: readonly string[]
  kind: TextKind
}

export type EmbedResponse = { id: number; vectors: Float32Array[] } | { id: number; failed: string }

let loading: Promise<Embedder> | undefined

async function answer({ id, texts, kind }: EmbedRequest): Promise<EmbedResponse> {
  try {
    const embedder = await (loading ??= loadEmbedder((workerData as { file: string }).file))
    return { id, vectors: await embedder.embed(texts, kind) }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : 'unknown' }
  }
}

parentPort?.on('message', (request: EmbedRequest) => {
  void answer(request).then(response => parentPort?.postMessage(response))
})

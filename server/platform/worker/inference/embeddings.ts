import path from 'node:path'
import { modelsFolder } from '@server/platform/config/modelsFolder'
import type { TextKind } from './embedder'
import { findModel, MODEL_NAME } from './models'
import { InferenceThread } from './thread'

/** Gives texts vectors of length 1; null where it could not. */
type Embed = (texts: readonly string[], kind: TextKind) => Promise<Float32Array[] | null>

export interface EmbeddingService {
  /** Name of the model in stored vectors. */
  model: string
  embed: Embed
  waiting(): number
  close(): Promise<void>
}

/** Whether every text has one vector, all of the same length and made of numbers. */
export function areVectors(vectors: readonly Float32Array[], texts: readonly string[]): boolean {
  const size = vectors[0]?.length ?? 0
  return (
    vectors.length === texts.length &&
    size > 0 &&
    vectors.every(vector => vector.length === size && vector.every(Number.isFinite))
  )
}

/**
 * Opens the local model of meaning: its thread starts with the first text. A sentence instead where it is missing: the
 * rules run then.
 */
export async function openEmbeddings(
  folder = modelsFolder(),
): Promise<EmbeddingService | { missing: string }> {
  const found = await findModel('e5', folder)
  if ('missing' in found) return { missing: `${found.missing}，意思相近的按规则找。` }
  const thread = new InferenceThread({ embeddings: path.join(found.folder, 'e5-small-q4.bin') })
  const embed: Embed = async (texts, kind) => {
    try {
      const vectors = await thread.embed(texts, kind)
      return areVectors(vectors, texts) ? vectors : null
    } catch {
      return null
    }
  }
  return { model: MODEL_NAME, embed, waiting: () => thread.waiting, close: () => thread.close() }
}

import { defineCollection, instant, text } from '@server/platform/store/collection'

const KEPT_SECONDS = 60 * 24 * 3600

/**
 * Vectors of texts that belong together: those of one notice, power or word, or some of the ways to say a matter. `_id` is
 * the hash of model, kind and texts, so that other texts or another model are another row; rows that no job asked for
 * again go.
 */
export interface TextVectorRow {
  _id: string
  model: string
  /** Scale and numbers of 8 bits of each text in order, see platform/worker/inference/vectorFile. */
  vectors: Buffer
  keptAt: Date
}

export const TextVectors = defineCollection<TextVectorRow>({
  name: 'textVectors',
  fields: { _id: text, model: text, vectors: { type: Buffer, required: true }, keptAt: instant },
  indexes: [{ fields: { keptAt: 1 }, expireAfterSeconds: KEPT_SECONDS }],
})

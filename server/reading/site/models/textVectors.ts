import { defineCollection, instant, text } from '@server/platform/store/collection'

const KEPT_SECONDS = 60 * 24 * 3600

/**
 * Vector of a public text, or of a way to say a matter. `_id` is the hash of model, kind and text, so that another text or
 * another model is another row; rows that no job asked for again go.
 */
export interface TextVectorRow {
  _id: string
  model: string
  /** Scale and numbers of 8 bits, see platform/worker/inference/vectorFile. */
  vector: Buffer
  keptAt: Date
}

export const TextVectors = defineCollection<TextVectorRow>({
  name: 'textVectors',
  fields: { _id: text, model: text, vector: { type: Buffer, required: true }, keptAt: instant },
  indexes: [{ fields: { keptAt: 1 }, expireAfterSeconds: KEPT_SECONDS }],
})

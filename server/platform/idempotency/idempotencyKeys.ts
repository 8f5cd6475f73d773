import { defineCollection, instant, text, whole } from '../store/collection'

const KEPT_SECONDS = 7 * 24 * 3600

/** One acknowledged write. The row is stored in the write's own transaction, so a replay finds its answer. */
export interface IdempotencyRow {
  _id: string
  userId: string
  key: string
  /** SHA-256 of method, path and body: the same key with another request is refused. */
  fingerprint: string
  status: number
  /** The response body as JSON text. */
  body: string
  createdAt: Date
}

export const IdempotencyKeys = defineCollection<IdempotencyRow>({
  name: 'idempotencyKeys',
  immutable: true,
  fields: {
    _id: text,
    userId: text,
    key: text,
    fingerprint: text,
    status: whole,
    body: text,
    createdAt: instant,
  },
  indexes: [
    { fields: { userId: 1, key: 1 }, unique: true },
    { fields: { createdAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
})

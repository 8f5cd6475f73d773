import { defineCollection, instant, instantOrNull, text } from '@server/platform/store/collection'

/** Refresh token, valid once. Tokens of one login share a family; a replay ends the family. */
export interface SessionRow {
  _id: string
  family: string
  userId: string
  /** SHA-256 of the refresh token; the token itself is never stored. */
  tokenHash: string
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
  revokedAt: Date | null
}

export const Sessions = defineCollection<SessionRow>({
  name: 'sessions',
  fields: {
    _id: text,
    family: text,
    userId: text,
    tokenHash: text,
    createdAt: instant,
    expiresAt: instant,
    usedAt: instantOrNull,
    revokedAt: instantOrNull,
  },
  indexes: [
    { fields: { tokenHash: 1 }, unique: true },
    { fields: { family: 1 } },
    { fields: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
})

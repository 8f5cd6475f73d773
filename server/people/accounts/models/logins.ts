import { defineCollection, instant, instantOrNull, text } from '@server/platform/store/collection'

/** Longer than any token of a login lives. */
const KEPT_SECONDS = 60 * 24 * 3600

/** Login 登录: what one family of tokens belongs to; its access tokens name it. */
export interface LoginRow {
  /** The family. */
  _id: string
  userId: string
  createdAt: Date
  /** Last use, noted coarsely. */
  lastSeenAt: Date
  /** When the second factor was given in this login. */
  secondFactorAt: Date | null
  endedAt: Date | null
}

export const Logins = defineCollection<LoginRow>({
  name: 'logins',
  fields: {
    _id: text,
    userId: text,
    createdAt: instant,
    lastSeenAt: instant,
    secondFactorAt: instantOrNull,
    endedAt: instantOrNull,
  },
  indexes: [
    { fields: { userId: 1, endedAt: 1 } },
    { fields: { lastSeenAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
})

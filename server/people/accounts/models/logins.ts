import { defineCollection, instant, instantOrNull, text } from '@server/platform/store/collection'

/** Retention; must exceed the lifetime of every token of a login. */
const KEPT_SECONDS = 60 * 24 * 3600

/** Login 登录: the family of tokens issued from one sign-in; its access tokens carry the id. */
export interface LoginRow {
  /** Id of the token family. */
  _id: string
  userId: string
  createdAt: Date
  /** Last use, recorded at coarse intervals. */
  lastSeenAt: Date
  /** When this login passed the second factor. */
  secondFactorAt: Date | null
  endedAt: Date | null
  /** Absent: by WeChat. */
  channel?: LoginChannel
  /** Browser and system; absent in rows of before. */
  device?: string
  /** Shortened network address; absent in rows of before. */
  place?: string
  /** Latest end; absent or null: none. */
  endsAt?: Date | null
}

/** `wechat`: in the mini program. `web`: by a code that a phone confirmed. `unified`: by the unified identity. */
type LoginChannel = 'wechat' | 'web' | 'unified'

export const Logins = defineCollection<LoginRow>({
  name: 'logins',
  fields: {
    _id: text,
    userId: text,
    createdAt: instant,
    lastSeenAt: instant,
    secondFactorAt: instantOrNull,
    endedAt: instantOrNull,
    channel: { type: String, default: 'wechat' },
    device: { type: String, default: '' },
    place: { type: String, default: '' },
    endsAt: instantOrNull,
  },
  indexes: [
    { fields: { userId: 1, endedAt: 1 } },
    { fields: { lastSeenAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
})

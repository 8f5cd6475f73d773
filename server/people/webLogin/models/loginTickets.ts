import {
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  yesNo,
} from '@server/platform/store/collection'

/** Seconds after its end for which a ticket is kept, so that a late browser learns its state. */
const KEPT_SECONDS = 3600

/**
 * Login ticket 登录码: the request of one browser to be logged in by a person's phone. Lives for two minutes, is confirmed once
 * and collected once.
 */
export interface LoginTicketRow {
  _id: string
  /** Six digits; no two tickets that wait have the same. */
  digits: string
  /** SHA-256 of the secret that only the asking browser holds. */
  secretHash: string
  /** Keyed hash of the asking address, for counting. */
  addressHash: string
  browser: string
  place: string
  createdAt: Date
  expiresAt: Date
  state: 'waiting' | 'opened' | 'confirmed' | 'refused' | 'used'
  /** Nobody has decided yet. */
  undecided: boolean
  /** Who opened it; nobody else may decide about it. */
  userId: string | null
  /** Login of the phone that confirmed it. */
  phoneLogin: string | null
  decidedAt: Date | null
  /** Remember this browser: one's own computer. */
  remember: boolean
}

export const LoginTickets = defineCollection<LoginTicketRow>({
  name: 'loginTickets',
  fields: {
    _id: text,
    digits: text,
    secretHash: text,
    addressHash: text,
    browser: text,
    place: text,
    createdAt: instant,
    expiresAt: instant,
    state: text,
    undecided: yesNo,
    userId: textOrNull,
    phoneLogin: textOrNull,
    decidedAt: instantOrNull,
    remember: yesNo,
  },
  indexes: [
    { fields: { digits: 1 }, unique: true, partial: { undecided: true } },
    { fields: { addressHash: 1, expiresAt: 1 } },
    { fields: { expiresAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
})

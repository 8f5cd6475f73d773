import type { MessageKind } from '@shared/contract/people/message'
import {
  checked,
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  whole,
} from '@server/platform/store/collection'

const KEPT_SECONDS = 30 * 24 * 3600

/** One thing that a WeChat message tells. */
export interface DigestEntry {
  title: string
  /** Name of the village. */
  place: string
  /** `YYYY-MM-DD`. */
  date: string
  link: string | null
}

/**
 * A WeChat message that is still to be sent, or was: what happens within a while is gathered in one. At most one of a kind waits for
 * a person.
 */
export interface OutboxDigestRow {
  _id: string
  userId: string
  kind: MessageKind
  state: 'waiting' | 'sent' | 'dropped'
  /** In the order in which they happened. */
  entries: DigestEntry[]
  /** Raised with every entry: who sends it knows whether more has come meanwhile. */
  version: number
  dueAt: Date
  endedAt: Date | null
  /** Why it was dropped: WeChat's answer. */
  reason: string | null
}

export const OutboxDigests = defineCollection<OutboxDigestRow>({
  name: 'outboxDigests',
  fields: {
    _id: text,
    userId: text,
    kind: text,
    state: text,
    entries: checked,
    version: whole,
    dueAt: instant,
    endedAt: instantOrNull,
    reason: textOrNull,
  },
  indexes: [
    { fields: { userId: 1, kind: 1, state: 1 }, unique: true, partial: { state: 'waiting' } },
    { fields: { userId: 1, state: 1, kind: 1 } },
    { fields: { endedAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
})

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

/** One event in a WeChat message. */
export interface DigestEntry {
  title: string
  /** Name of the village. */
  place: string
  /** `YYYY-MM-DD`. */
  date: string
  link: string | null
}

/**
 * WeChat message, pending or sent, that gathers the events of a time window. A person has at most one pending message of each
 * kind.
 */
export interface OutboxDigestRow {
  _id: string
  userId: string
  kind: MessageKind
  state: 'waiting' | 'sent' | 'dropped'
  /** In order of occurrence. */
  entries: DigestEntry[]
  /** Raised with every entry, so that the sender detects entries added meanwhile. */
  version: number
  dueAt: Date
  endedAt: Date | null
  /** Why it was dropped: WeChat's response. */
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

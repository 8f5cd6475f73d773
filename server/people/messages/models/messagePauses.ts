import type { MessageKind } from '@shared/contract/people/message'
import { defineCollection, instant, text, whole } from '@server/platform/store/collection'

/**
 * A kind of WeChat message that WeChat has banned 封禁: none of it is sent until `until`, then one is tried. Removed when one is
 * delivered; until then operators are alarmed.
 */
export interface MessagePauseRow {
  _id: MessageKind
  errcode: number
  /** When the ban was met last. */
  at: Date
  until: Date
}

export const MessagePauses = defineCollection<MessagePauseRow>({
  name: 'messagePauses',
  removable: true,
  fields: { _id: text, errcode: whole, at: instant, until: instant },
  indexes: [],
})

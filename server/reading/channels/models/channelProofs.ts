import type { ChannelKind } from '@shared/facts/reading/channelKinds'
import {
  checkedOrNull,
  defineCollection,
  instant,
  text,
  textOrNull,
  whole,
} from '@server/platform/store/collection'

/**
 * Proof 佐证 that an edition appeared in a channel: a photo of the board, a broadcast, minutes. Deleted with the
 * edition's words.
 */
export interface ChannelProofRow {
  _id: string
  noticeId: string
  edition: number
  orgCode: string
  /** Name of the channel as the catalogue words it. */
  channel: string
  kind: ChannelKind
  /** Day `YYYY-MM-DD` on which it was posted, broadcast or read out. */
  on: string
  text: string | null
  file: { name: string; sha256: string; mime: string } | null
  by: string
  byName: string
  at: Date
  removed: { by: string; at: Date; reason: string } | null
}

export const ChannelProofs = defineCollection<ChannelProofRow>({
  name: 'channelProofs',
  removable: true,
  shownTo: { field: 'orgCode', in: 'pages' },
  fields: {
    _id: text,
    noticeId: text,
    edition: whole,
    orgCode: text,
    channel: text,
    kind: text,
    on: text,
    text: textOrNull,
    file: checkedOrNull,
    by: text,
    byName: text,
    at: instant,
    removed: checkedOrNull,
  },
  indexes: [{ fields: { noticeId: 1, edition: 1, at: 1, _id: 1 } }, { fields: { 'file.sha256': 1 } }],
})

import { z } from 'zod'
import { CHANNEL_KINDS } from '../../facts/reading/channelKinds'
import { CalendarDate, Id, Instant, SHA256 } from '../common'

/** Kinds of channel of an item and the proof of publication there 公开渠道和佐证. Optional, never a check-in. */

export const ChannelKind = z.enum(CHANNEL_KINDS)

/** A proof in its public form: names the body, never a person. */
export const ChannelProof = z.object({
  id: Id,
  /** Day of posting, broadcast or announcement. */
  on: CalendarDate,
  text: z.string().nullable(),
  /** Null without a picture, or after the names on it were folded with the notice. */
  file: z.object({ name: z.string(), sha256: SHA256, picture: z.boolean() }).nullable(),
  body: z.string(),
  at: Instant,
})
export type ChannelProof = z.infer<typeof ChannelProof>

/** A channel that the catalogue requires. */
export const PlannedChannel = z.object({
  name: z.string(),
  kind: ChannelKind,
  kindLabel: z.string(),
  help: z.string(),
  needs: z.enum(['nothing', 'photo', 'words', 'either']),
  /** The tick is unreadable in the catalogue's source. */
  unclear: z.boolean(),
  /** Oldest first. */
  proofs: z.array(ChannelProof),
})
export type PlannedChannel = z.infer<typeof PlannedChannel>

/** Records a proof for a channel 登记一个渠道的佐证 of the public edition. */
export const RecordProof = z.strictObject({
  edition: z.int().positive(),
  channel: z.string().trim().min(1).max(100),
  on: CalendarDate,
  text: z.string().trim().min(2).max(300).optional(),
  /** A file already stored by the organisation. */
  sha256: SHA256.optional(),
})
export type RecordProof = z.infer<typeof RecordProof>

/** Removes a proof 去掉一个佐证, for instance a photo that shows a face. */
export const RemoveProof = z.strictObject({ reason: z.string().trim().min(2).max(200) })
export type RemoveProof = z.infer<typeof RemoveProof>

export const NoticeChannels = z.object({ noticeId: Id, edition: z.int(), channels: z.array(PlannedChannel) })
export type NoticeChannels = z.infer<typeof NoticeChannels>

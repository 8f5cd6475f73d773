import { z } from 'zod'
import { CHANNEL_KINDS } from '../../facts/reading/channelKinds'
import { CalendarDate, Id, Instant, SHA256 } from '../common'

/** Channels of an item and what shows that an edition stood there 公开渠道和佐证. Optional, never a check-in. */

export const ChannelKind = z.enum(CHANNEL_KINDS)

/** A proof as everybody may see it: the body speaks, never a person. */
export const ChannelProof = z.object({
  id: Id,
  /** The day it was posted, broadcast or said. */
  on: CalendarDate,
  text: z.string().nullable(),
  /** Null without a picture, or once the names on it have folded with the notice. */
  file: z.object({ name: z.string(), sha256: SHA256, picture: z.boolean() }).nullable(),
  body: z.string(),
  at: Instant,
})
export type ChannelProof = z.infer<typeof ChannelProof>

/** A channel that the catalogue asks for. */
export const PlannedChannel = z.object({
  name: z.string(),
  kind: ChannelKind,
  kindLabel: z.string(),
  help: z.string(),
  needs: z.enum(['nothing', 'photo', 'words', 'either']),
  /** The tick cannot be read in the catalogue's source. */
  unclear: z.boolean(),
  /** Oldest first. */
  proofs: z.array(ChannelProof),
})
export type PlannedChannel = z.infer<typeof PlannedChannel>

/** 登记一个渠道的佐证: of the edition that is public now. */
export const RecordProof = z.strictObject({
  edition: z.int().positive(),
  channel: z.string().trim().min(1).max(100),
  on: CalendarDate,
  text: z.string().trim().min(2).max(300).optional(),
  /** A file that the organisation has stored. */
  sha256: SHA256.optional(),
})
export type RecordProof = z.infer<typeof RecordProof>

/** 去掉一个佐证, for instance a photo with a face on it. */
export const RemoveProof = z.strictObject({ reason: z.string().trim().min(2).max(200) })
export type RemoveProof = z.infer<typeof RemoveProof>

export const NoticeChannels = z.object({ noticeId: Id, edition: z.int(), channels: z.array(PlannedChannel) })
export type NoticeChannels = z.infer<typeof NoticeChannels>

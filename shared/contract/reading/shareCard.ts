import { z } from 'zod'
import { OrgCode } from '../common'

/** Pictures of share cards 转发卡片: 5:4 for a chat, 1:1 for the timeline 朋友圈. */
export const CardShape = z.enum(['chat', 'timeline'])
export type CardShape = z.infer<typeof CardShape>

/** What a shared page is about; its words are in shared/facts/reading/cardTopics. */
export const CardTopic = z.enum([
  'home',
  'category',
  'catalogue',
  'item',
  'column',
  'finance',
  'payouts',
  'powers',
  'cases',
])
export type CardTopic = z.infer<typeof CardTopic>

/** `category`: the category of `topic` category or payouts. Without `org` the card names no place. */
export const CardQuery = z.object({
  topic: CardTopic,
  org: OrgCode.optional(),
  category: z.string().max(40).optional(),
  shape: CardShape,
})
export type CardQuery = z.infer<typeof CardQuery>

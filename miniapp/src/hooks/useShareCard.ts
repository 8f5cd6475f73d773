import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import type { ShareCard } from '@shared/contract/reading/site'
import type { CardShape } from '@shared/contract/reading/shareCard'
import { urlOf } from '../api/client'
import { cardTopicOf, queryOf } from '../format/shared'

/** Address of the picture that the server draws for a shared page; without one WeChat shows a picture of the screen. */
function pictureOf(path: string, shape: CardShape): string {
  const { notice, id = notice, org, category } = queryOf(path)
  const topic = cardTopicOf(path)
  if (topic === null && id) return urlOf('GET /notices/:id/card', { params: { id }, query: { shape } })
  return urlOf('GET /share-card', { query: { topic: topic ?? 'home', org, category, shape } })
}

/**
 * Sets the share card for chats and timeline: title, picture, village and date from the server, never a person's name or
 * amount. Pages without a card of their own share the board.
 */
export function useShareCard({ title, path }: ShareCard): void {
  useShareAppMessage(() => ({ title, path, imageUrl: pictureOf(path, 'chat') }))
  useShareTimeline(() => ({
    title,
    query: path.split('?')[1] ?? '',
    imageUrl: pictureOf(path, 'timeline'),
  }))
}

import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import type { ShareCard } from '@shared/contract/reading/site'

/**
 * Sets the share card for chats and timeline: title, village and date from the server, never a person's name or
 * amount. Pages without a card of their own share the board.
 */
export function useShareCard(card: ShareCard): void {
  useShareAppMessage(() => card)
  useShareTimeline(() => ({ title: card.title, query: card.path.split('?')[1] ?? '' }))
}

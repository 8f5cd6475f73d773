import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import type { ShareCard } from '@shared/contract/reading/site'

/**
 * What a forwarded card and a timeline entry show: title, village and date as the server made them,
 * never a person's name or amount. Pages without a card of their own share the board.
 */
export function useShareCard(card: ShareCard): void {
  useShareAppMessage(() => card)
  useShareTimeline(() => ({ title: card.title, query: card.path.split('?')[1] ?? '' }))
}

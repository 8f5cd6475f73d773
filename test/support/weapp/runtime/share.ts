import type { ShareCard } from '../types'
import { type Caller, hostElement } from './glassEasel'
import type { PageStack } from './pageStack'

type Answer = Partial<ShareCard> & { promise?: Promise<Partial<ShareCard>> }

/**
 * The card that WeChat would show, asked from the visible page.
 * @throws when the page cannot be shared this way
 */
export async function shareOf(
  stack: PageStack,
  way: 'friend' | 'timeline',
  button?: Caller,
): Promise<ShareCard> {
  const page = stack.top()
  const method = way === 'friend' ? 'onShareAppMessage' : 'onShareTimeline'
  if (typeof (page.page as unknown as Record<string, unknown>)[method] !== 'function') {
    throw new Error(`${page.route} has no ${method}`)
  }
  const from = button ? { from: 'button', target: { id: hostElement(button)?.id ?? '' } } : { from: 'menu' }
  const answer = stack.notify(page, method, from) as Answer | undefined
  const card = { ...answer, ...(await answer?.promise) }
  return {
    title: card.title ?? page.bar.textContent ?? '',
    path: card.path ?? page.route,
    query: card.query ?? '',
    imageUrl: card.imageUrl ?? '',
  }
}

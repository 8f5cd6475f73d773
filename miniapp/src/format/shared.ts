import { recordOf } from '@shared/common/lists'
import type { CardTopic } from '@shared/contract/reading/shareCard'

/** What each shared page is about; pages of one notice have its own card. */
const TOPICS: Readonly<Record<string, CardTopic>> = {
  '/pages/home/index': 'home',
  '/pages/category/index': 'category',
  '/pages/catalogue/index': 'catalogue',
  '/pages/item/index': 'item',
  '/packages/column/pages/one/index': 'column',
  '/packages/column/pages/all/index': 'column',
  '/packages/finance/pages/year/index': 'finance',
  '/packages/finance/pages/class/index': 'finance',
  '/packages/payout/pages/year/index': 'payouts',
  '/packages/power/pages/list/index': 'powers',
  '/packages/power/pages/item/index': 'powers',
  '/packages/power/pages/cases/index': 'cases',
  '/packages/power/pages/case/index': 'cases',
}

/** Topic of a page's address; null for the pages of one notice. */
export const cardTopicOf = (path: string): CardTopic | null => TOPICS[path.split('?')[0] ?? ''] ?? null

/** Parameters in a page's address, decoded. */
export const queryOf = (path: string): Partial<Record<string, string>> =>
  recordOf(
    (path.split('?')[1] ?? '')
      .split('&')
      .filter(Boolean)
      .map(pair => [pair.split('=')[0] ?? '', decodeURIComponent(pair.split('=')[1] ?? '')]),
  )

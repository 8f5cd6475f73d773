import type { Journal } from '../journal'
import { asynchronous } from './callbacks'

/** Functions without an effect that a test could see; they succeed and are noted in the journal. */
const ACKNOWLEDGED = [
  'setNavigationBarColor setBackgroundColor setBackgroundTextStyle showNavigationBarLoading hideNavigationBarLoading',
  'pageScrollTo stopPullDownRefresh startPullDownRefresh hideShareMenu showShareMenu updateShareMenu',
  'setTabBarBadge removeTabBarBadge setTabBarItem setTabBarStyle showTabBar hideTabBar',
  'vibrateShort previewImage makePhoneCall setClipboardData reportEvent setKeepScreenOn checkSession',
]
  .join(' ')
  .split(' ')

/** The `wx` object: every function that is called leaves its name in the journal. */
export function createWx(journal: Journal, parts: Record<string, unknown>[]): Record<string, unknown> {
  const plain = Object.fromEntries(ACKNOWLEDGED.map(name => [name, asynchronous(name, () => ({}))]))
  const wx: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(Object.assign(plain, ...parts) as Record<string, unknown>)) {
    wx[name] =
      typeof value === 'function' ? noted(journal, name, value as (...args: unknown[]) => unknown) : value
  }
  return wx
}

function noted(journal: Journal, name: string, work: (...args: unknown[]) => unknown) {
  return (...args: unknown[]) => {
    journal.calls.push(name)
    return work(...args)
  }
}

import type { PhoneSettings } from '../../types'
import type { Journal } from '../journal'
import { asynchronous, WxFailure } from './callbacks'
import { recordOf } from '../record'

/** Functions without an effect that a test could see; they succeed and are noted in the journal. */
const ACKNOWLEDGED = [
  'setNavigationBarColor setBackgroundColor setBackgroundTextStyle showNavigationBarLoading hideNavigationBarLoading',
  'stopPullDownRefresh startPullDownRefresh hideShareMenu showShareMenu updateShareMenu',
  'setTabBarBadge removeTabBarBadge setTabBarItem setTabBarStyle showTabBar hideTabBar',
  'vibrateShort reportEvent setKeepScreenOn checkSession',
]
  .join(' ')
  .split(' ')

/** WeChat's scene of a page shown in the timeline, and what does not work there 单页模式. */
const SINGLE_PAGE = 1154
const NOT_IN_SINGLE_PAGE = new Set(
  [
    'login checkSession navigateTo redirectTo reLaunch switchTab navigateBack requestSubscribeMessage scanCode',
    'chooseMedia chooseMessageFile makePhoneCall setClipboardData openDocument openSetting',
  ]
    .join(' ')
    .split(' '),
)

type Work = (...args: unknown[]) => unknown

/** Why this phone refuses a function of `wx`, as WeChat says it; null: it does not. */
function refusalOf(name: string, settings: PhoneSettings): WxFailure | null {
  const { scene, privateFunctions, declaredFunctions, privacy, failing } = settings
  if (scene === SINGLE_PAGE && NOT_IN_SINGLE_PAGE.has(name)) {
    return new WxFailure('can not be invoked in single page mode')
  }
  if (privateFunctions.includes(name) && !declaredFunctions.includes(name)) {
    return new WxFailure('api scope is not declared in the privacy agreement', { errno: 112 })
  }
  if (privateFunctions.includes(name) && privacy === 'refused') {
    return new WxFailure('privacy permission is not authorized', { errno: 104 })
  }
  const words = failing[name]
  return words === undefined ? null : new WxFailure(words)
}

interface Parts {
  journal: Journal
  settings: PhoneSettings
  /** Names of all functions that WeChat has. */
  functions: string[]
}

/**
 * The `wx` object: every function that is called leaves its name in the journal. One that WeChat has and the runner does
 * not model throws, and fails the test with its name.
 */
export function createWx({ journal, settings, functions }: Parts, parts: Record<string, unknown>[]) {
  const plain = recordOf(ACKNOWLEDGED.map(name => [name, asynchronous(name, () => ({}))]))
  const modelled = Object.assign(plain, ...parts) as Record<string, unknown>
  const wx: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(modelled)) {
    if (typeof value !== 'function') wx[name] = value
    else {
      const work: Work = (...args) => {
        const refusal = refusalOf(name, settings)
        const refuse = asynchronous(name, () => Promise.reject(refusal as WxFailure)) as Work
        return refusal ? refuse(...args) : (value as Work)(...args)
      }
      wx[name] = noted(journal, name, work)
    }
  }
  for (const name of functions) {
    if (!(name in wx)) wx[name] = () => unmodelled(journal, name)
  }
  wx.canIUse = (name: string) => name.split('.')[0]! in modelled
  return wx
}

function unmodelled(journal: Journal, name: string): never {
  journal.unmodelled.push(name)
  throw new Error(`wx.${name} is not modelled by the runner`)
}

function noted(journal: Journal, name: string, work: Work): Work {
  return (...args) => {
    journal.calls.push(name)
    return work(...args)
  }
}

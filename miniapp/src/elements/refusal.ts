import Taro from '@tarojs/taro'

/** Why WeChat did not do what the app asked for; `cancelled`: the person changed their mind. */
type Refusal =
  | 'cancelled'
  | 'undeclared'
  | 'disagreed'
  | 'blocked'
  | 'denied'
  | 'switched-off'
  | 'single-page'
  | 'unsupported'
  | 'failed'

/** WeChat's words of each refusal; other failures are `failed`. */
const SIGNS: readonly (readonly [RegExp, Refusal])[] = [
  [/fail:? ?cancel/i, 'cancelled'],
  [/not declared in the privacy agreement/i, 'undeclared'],
  [/privacy permission is not authorized/i, 'disagreed'],
  [/system.{0,3}(?:permission.{0,3})?(?:den|not (?:granted|authorized))/i, 'blocked'],
  [/auth(?:orize)? ?(?:den|no response)|permission denied|unauthorized/i, 'denied'],
  [/main switch/i, 'switched-off'],
  [/single ?page/i, 'single-page'],
  [/not support|not implemented|no such api|is not a function/i, 'unsupported'],
]

const WORDS: Readonly<Record<Exclude<Refusal, 'cancelled'>, string>> = {
  undeclared: '小程序的隐私保护指引里没有写明这一项，微信因此不允许。请告诉小程序的管理员。',
  disagreed: '您还没有同意隐私保护指引，微信因此不允许。需要用时请再按一次，选“同意”。',
  blocked: '手机没有允许微信使用这一项。请按“去设置”，在手机的设置里允许微信使用，再回来试一次。',
  denied: '微信没有得到这项权限。请按“去设置”打开权限，再试一次。',
  'switched-off': '您在微信里关了这个小程序的消息。请按“去设置”，在“订阅消息”里打开“接收消息”，再试一次。',
  'single-page': '这里是朋友圈里的预览，只能看这一页。请按屏幕下方的“前往小程序”，再办。',
  unsupported: '这台设备上的微信没有这项功能。请用手机上的微信，或者把微信更新到最新再试。',
  failed: '手机没有响应，请再试一次；还是不行，请关掉微信重新打开。',
}

/** Where a permission is given: in the phone's settings, or in WeChat's of this mini program. */
function settingsFor(refusal: Refusal): (() => Promise<unknown>) | null {
  if (refusal === 'blocked') return () => Taro.openAppAuthorizeSetting({})
  if (refusal === 'switched-off') return () => Taro.openSetting({ withSubscriptions: true })
  return refusal === 'denied' ? () => Taro.openSetting() : null
}

/** Classifies a refusal by the text of WeChat, or of the missing function. */
function refusalOf(error: unknown): Refusal {
  const { errMsg, message } = (error ?? {}) as { errMsg?: unknown; message?: unknown }
  const text = errMsg ?? message
  return SIGNS.find(([sign]) => sign.test(String(text)))?.[1] ?? 'failed'
}

/**
 * Says in WeChat's dialog why something did not open, and leads to the settings if a permission is missing. Says
 * nothing to a person who has cancelled.
 * @param what name of what was asked for, e.g. 照片
 */
export async function tellRefusal(error: unknown, what: string): Promise<void> {
  const refusal = refusalOf(error)
  if (refusal === 'cancelled') return
  const openSettings = settingsFor(refusal)
  const { confirm } = await Taro.showModal({
    title: `${what}没有打开`,
    content: WORDS[refusal],
    confirmText: openSettings ? '去设置' : '知道了',
    cancelText: '返回',
    showCancel: openSettings !== null,
  })
  if (openSettings && confirm) await openSettings().catch(() => undefined)
}

import Taro from '@tarojs/taro'
import { fieldId, SPOKEN_ID } from './marked'
import { tellRefusal } from './refusal'

/** Platform differences other than elements. Browser version: `platform.h5.ts`. */
export const isBrowser = false

/** Rows of a sheet shown at once: setData of a long one would freeze an old phone. */
export const ROWS_AT_ONCE = 20

/** Fields of a form shown at once, for the same reason. */
export const FIELDS_AT_ONCE = 40

let fontSize = 0

/** Returns WeChat's text size 字体大小 in px (`fontSizeSetting`); 16 if unknown. */
export function systemTextSize(): number {
  if (fontSize === 0) {
    const { fontSizeSetting: told } = Taro.getAppBaseInfo() as { fontSizeSetting?: unknown }
    fontSize = typeof told === 'number' && told > 0 ? told : 16
  }
  return fontSize
}

/** WeChat's scene of a page shown in the timeline 朋友圈. */
const TIMELINE = 1154

/** True in the preview 单页模式 of the timeline: one page, without login and ways to others. */
export const isSinglePage = (): boolean => Taro.getLaunchOptionsSync().scene === TIMELINE

/** Says why a page did not open. */
export const tellUnreachable = (error: unknown): void => void tellRefusal(error, '页面')

/** Does nothing: a phone app moves the focus itself. */
export function focusPage(): void {}

export const setPageTitle = (title: string): void => void Taro.setNavigationBarTitle({ title })

/** Returns a login code of WeChat, valid once; null if WeChat refuses, which is explained. */
export const wechatCode = (): Promise<string | null> =>
  Taro.login().then(
    ({ code }) => code,
    error => tellRefusal(error, '微信登录').then(() => null),
  )

/**
 * Asks for one message per template in WeChat's dialog and returns those accepted. Works only right after a
 * tap. A refusal by WeChat itself is explained to a person who came for messages (`explains`).
 */
export async function askForMessages(templateIds: string[], explains: boolean): Promise<string[]> {
  if (templateIds.length === 0) return []
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] })
    const said = new Map<string, unknown>(Object.entries(answer))
    return templateIds.filter(id => said.get(id) === 'accept')
  } catch (error) {
    if (explains) await tellRefusal(error, '消息提醒')
    return []
  }
}

/** True if pages may be prefetched for offline reading; false on a slow connection. */
export async function mayFetchAhead(): Promise<boolean> {
  const { networkType } = await Taro.getNetworkType()
  return ['wifi', '4g', '5g'].includes(networkType)
}

/** True if the code scanner is available. */
export const canScan = true

/** Returns the text of a scanned code, or the page path of a 小程序码; null if cancelled. */
export const scanCode = (): Promise<string | null> =>
  Taro.scanCode({ scanType: ['qrCode'] }).then(
    ({ result, path }) => result || path,
    error => tellRefusal(error, '扫码').then(() => null),
  )

/** Copies a text; WeChat shows a confirmation itself. @returns false if it refuses, which is explained */
export const copyText = (data: string): Promise<boolean> =>
  Taro.setClipboardData({ data }).then(
    () => true,
    error => tellRefusal(error, '剪贴板').then(() => false),
  )

/** Returns a web address of this installation, for a code that any phone can open. `path`: from the root. */
export const siteAddress = (path: string): string => API_BASE.replace(/\/api\/v1$/, '') + path

/** Phones do not print. */
export function printPage(): void {}

/** Scrolls a form field into view. */
export function showField(id: string): void {
  void Taro.pageScrollTo({ selector: `#${fieldId(id)}`, duration: 0 }).catch(() => undefined)
}

/** Scrolls to the top of an element. */
export function showTop(id: string): void {
  void Taro.pageScrollTo({ selector: `[id="${id}"]`, duration: 0 }).catch(() => undefined)
}

const BELOW_BAR_PX = 240

/** Scrolls the sentence being read aloud into view, below the bar. */
export function showSpoken(): void {
  void Taro.pageScrollTo({ selector: `#${SPOKEN_ID}`, offsetTop: -BELOW_BAR_PX, duration: 0 }).catch(
    () => undefined,
  )
}

const WIDE_PX = 960

/** True if a table fits next to a panel: never on a phone, possibly in WeChat on a computer. */
export const isWide = (fromPx = WIDE_PX): boolean => Taro.getWindowInfo().windowWidth >= fromPx

/** Calls back on each change of window size; returns the function to stop. */
export function watchSize(onSize: () => void): () => void {
  Taro.onWindowResize(onSize)
  return () => Taro.offWindowResize(onSize)
}

/** Opens the shown page again, from nothing. */
export function reopenPage(): void {
  const { route = '', options = {} } = (Taro.getCurrentPages().slice(-1)[0] ?? {}) as {
    route?: string
    options?: Record<string, string>
  }
  // Taro adds a parameter of its own, whose name begins with $.
  const query = Object.entries(options).filter(([name]) => !name.startsWith('$'))
  const url = `/${route}?${query.map(([name, value]) => `${name}=${value}`).join('&')}`
  void Taro.redirectTo({ url }).catch(tellUnreachable)
}

/** The mini program has no address bar. */
export function setAddress(_url: string): void {}

/** Calls back when the mini program goes to the background; returns the function to stop. */
export function watchLeaving(onLeaving: () => void): () => void {
  Taro.onAppHide(onLeaving)
  return () => Taro.offAppHide(onLeaving)
}

/** As above: in the background WeChat may end the mini program without a further word. */
export const watchHidden = watchLeaving

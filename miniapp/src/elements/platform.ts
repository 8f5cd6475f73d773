import Taro from '@tarojs/taro'
import { SPOKEN_ID } from './marked'

/** What differs between phone app and browser, other than the elements. `platform.h5.ts` is the browser's side. */
export const isBrowser = false

/** Table rows shown before the reader asks for more, who then gets four times as many: setData of a long statement would freeze an old phone. */
export const ROWS_AT_ONCE = 20

let fontSize = 0

/** WeChat's own 字体大小 in px (`fontSizeSetting`); 16 when it does not say. */
export function systemTextSize(): number {
  if (fontSize === 0) {
    const told: unknown = Taro.getSystemInfoSync().fontSizeSetting
    fontSize = typeof told === 'number' && told > 0 ? told : 16
  }
  return fontSize
}

/** Moves the keyboard focus to the new page; a phone app does that by itself. */
export function focusPage(): void {}

export const setPageTitle = (title: string): void => void Taro.setNavigationBarTitle({ title })

/** Login code of WeChat: works once. */
export const wechatCode = async (): Promise<string | null> => (await Taro.login()).code

/** Asks, in WeChat's own dialog, for one message of each template; gives those accepted. Only right after a tap. */
export async function askForMessages(templateIds: string[]): Promise<string[]> {
  if (templateIds.length === 0) return []
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] })
    const said = new Map<string, unknown>(Object.entries(answer))
    return templateIds.filter(id => said.get(id) === 'accept')
  } catch {
    return []
  }
}

/** May pages be fetched ahead for reading offline? Not on a weak line. */
export async function mayFetchAhead(): Promise<boolean> {
  const { networkType } = await Taro.getNetworkType()
  return ['wifi', '4g', '5g'].includes(networkType)
}

/** Has this phone WeChat's code reader? */
export const canScan = true

/** Text of a code that the reader holds before the camera; null when it was called off. */
export const scanCode = (): Promise<string | null> =>
  Taro.scanCode({ scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => null,
  )

/** Address of a page for a code on paper: a phone app has none, its reader needs the parameters only. */
export const pageAddress = (_url: string): string => ''

/** A phone prints nothing. */
export function printPage(): void {}

/** Brings a field of a form into view. */
export function showField(id: string): void {
  void Taro.pageScrollTo({ selector: `[id="${id}-field"]`, duration: 0 }).catch(() => undefined)
}

const BELOW_BAR_PX = 240

/** Brings what is being read aloud into view, below the bar with the sentence. */
export function showSpoken(): void {
  void Taro.pageScrollTo({ selector: `#${SPOKEN_ID}`, offsetTop: -BELOW_BAR_PX, duration: 0 }).catch(
    () => undefined,
  )
}

/** WeChat keeps the app's own files by itself. */
export function keepAppOffline(): void {}

const WIDE_PX = 960

/** Is there room for a table beside a panel? On a phone there is not, in WeChat on a computer there may be. */
export const isWide = (): boolean => Taro.getSystemInfoSync().windowWidth >= WIDE_PX

/** Calls whenever the window has another size; gives the way to stop. */
export function watchSize(onSize: () => void): () => void {
  Taro.onWindowResize(onSize)
  return () => Taro.offWindowResize(onSize)
}

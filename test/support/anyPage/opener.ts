import type { Visitor } from '../journeys/visitor'
import { settledText } from '../reach/settled'

/** Somebody who opens addresses, e.g. old ones out of a message. */
export interface Opener extends Visitor {
  /** Opens an address of the app that is running already. */
  openAddress(url: string): Promise<void>
  /** Names of what can be pressed on the page that is shown. */
  pressableNames(): Promise<string[]>
}

/** On every page: no way on from it. */
const FOOT = ['意见反馈', '跳到正文', '']
const FEWEST_WORDS = 12
/** The skeleton's words. */
const OPENING = '正在打开'

/** Opens an address; gives what is wrong with the page that came: errors, a skeleton for ever, no words, no way on. */
export async function faultsOf(opener: Opener, url: string): Promise<string[]> {
  const before = (await opener.errors()).length
  await opener.openAddress(url)
  const text = await settledText(opener)
  const ways = (await opener.pressableNames()).filter(name => !FOOT.includes(name))
  return [
    ...(await opener.errors()).slice(before),
    ...(text.includes(OPENING) ? ['never came'] : []),
    ...(text.length < FEWEST_WORDS ? [`says only “${text}”`] : []),
    ...(ways.length === 0 ? [`no way on: ${text}`] : []),
  ]
}

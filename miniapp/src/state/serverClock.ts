import { chinaDate } from '@shared/common/period'

const MINUTE_MS = 60_000

/** How far the server's clock is ahead of this phone's, in ms; zero until the server has ever been heard. */
let aheadMs = 0
let keep: (ms: number) => void = () => undefined

/**
 * Goes on from what an earlier visit heard, so that what is over is over without a network too.
 * @param before what was kept last
 * @param keepNext keeps what is heard, when it is another
 */
export function rememberServerTime(before: number | null, keepNext: (aheadMs: number) => void): void {
  aheadMs = before ?? 0
  keep = keepNext
}

/**
 * Takes the server's time from an answer's headers: what is late or due soon goes by its day, whatever the phone's clock says.
 * @param headers as they came; a phone may spell the name of one as it likes
 */
export function syncServerTime(headers: Readonly<Record<string, unknown>>): void {
  const name = Object.keys(headers).find(one => one.toLowerCase() === 'date')
  const at = name === undefined ? NaN : Date.parse(String(headers[name]))
  if (Number.isNaN(at)) return
  const heard = at - Date.now()
  if (Math.abs(heard - aheadMs) > MINUTE_MS) keep(heard)
  aheadMs = heard
}

export const serverNow = (): Date => new Date(Date.now() + aheadMs)

/** Today in China, `YYYY-MM-DD`. */
export const serverToday = (): string => chinaDate(serverNow())

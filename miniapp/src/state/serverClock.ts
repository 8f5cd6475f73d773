import { chinaDate } from '@shared/domain/period'

/** How far the server's clock is ahead of this phone's, in ms; zero until the server has been heard. */
let aheadMs = 0

/**
 * Takes the server's time from an answer's headers: what is late or due soon goes by its day, whatever the phone's clock says.
 * @param headers as they came; a phone may spell the name of one as it likes
 */
export function hearServerTime(headers: Readonly<Record<string, unknown>>): void {
  const name = Object.keys(headers).find(one => one.toLowerCase() === 'date')
  const at = name === undefined ? NaN : Date.parse(String(headers[name]))
  if (!Number.isNaN(at)) aheadMs = at - Date.now()
}

export const serverNow = (): Date => new Date(Date.now() + aheadMs)

/** Today in China, `YYYY-MM-DD`. */
export const serverToday = (): string => chinaDate(serverNow())

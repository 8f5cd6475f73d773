import { chinaDate } from '@shared/common/period'

const MINUTE_MS = 60_000

/** Offset of the server's clock from this phone's, in ms; zero before the first answer. */
let aheadMs = 0
let keep: (ms: number) => void = () => undefined

/**
 * Restores the offset of an earlier visit, so that due dates are correct offline.
 * @param before last stored offset
 * @param keepNext stores a changed offset
 */
export function rememberServerTime(before: number | null, keepNext: (aheadMs: number) => void): void {
  aheadMs = before ?? 0
  keep = keepNext
}

/**
 * Reads the server's time from the answer's headers. Due dates use server time; the phone clock may be wrong.
 * @param headers names in any case, depending on the phone
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

/** Returns today's date in China, `YYYY-MM-DD`. */
export const serverToday = (): string => chinaDate(serverNow())

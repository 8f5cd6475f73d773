import { shortDate } from '../../../miniapp/src/format/date'
import {
  syncServerTime,
  rememberServerTime,
  serverNow,
  serverToday,
} from '../../../miniapp/src/state/serverClock'

const MINUTE_MS = 60_000

test('a day is the server’s, whatever the phone’s clock says and however it spells the header', () => {
  const own = serverNow().getTime()
  expect(Math.abs(own - Date.now())).toBeLessThan(MINUTE_MS)
  for (const name of ['Date', 'date', 'DATE']) {
    syncServerTime({ 'Content-Type': 'application/json', [name]: 'Thu, 31 Dec 2026 16:30:00 GMT' })
    expect(serverToday()).toBe('2027-01-01')
    expect(shortDate('2026-12-31T02:00:00.000Z')).toBe('2026年12月31日')
    expect(shortDate('2027-03-05T02:00:00.000Z')).toBe('3月5日')
    syncServerTime({ [name]: 'Thu, 31 Dec 2026 15:30:00 GMT' })
    expect(serverToday()).toBe('2026-12-31')
  }
})

test('an answer without a time, or with one that is none, changes nothing', () => {
  syncServerTime({ date: 'Fri, 20 Nov 2026 02:00:00 GMT' })
  for (const headers of [{}, { date: null }, { date: 'soon' }]) syncServerTime(headers)
  expect(serverToday()).toBe('2026-11-20')
})

test('what was heard once is known without a network, and is written down only when it changes', () => {
  const kept: number[] = []
  rememberServerTime(null, aheadMs => kept.push(aheadMs))
  syncServerTime({ date: 'Fri, 20 Nov 2026 02:00:00 GMT' })
  syncServerTime({ date: 'Fri, 20 Nov 2026 02:00:10 GMT' })
  expect(kept).toHaveLength(1)
  rememberServerTime(0, () => undefined)
  rememberServerTime(kept[0]!, () => undefined)
  expect(serverToday()).toBe('2026-11-20')
})

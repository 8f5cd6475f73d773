import { fullDate, shortDate } from '../../../miniapp/src/format/date'
import { bodySize, ELDER_LEAST, TEXT_STEPS } from '../../../miniapp/src/state/textSize'

describe('size of the text', () => {
  it('follows the system, in steps, between 16 and 30', () => {
    const sizes = [12, 16, 17, 19, 23, 30, 40].map(system => bodySize({ elder: false, text: null }, system))
    expect(sizes).toEqual([16, 16, 16, 18, 22, 30, 30])
  })

  it('is never under 18 in 长辈版, and follows a larger system setting', () => {
    for (const text of [null, ...TEXT_STEPS]) {
      expect(bodySize({ elder: true, text }, 16)).toBeGreaterThanOrEqual(ELDER_LEAST)
    }
    expect(bodySize({ elder: true, text: null }, 16)).toBe(22)
    expect(bodySize({ elder: true, text: null }, 26)).toBe(26)
  })

  it('is what the reader chose', () => {
    expect(bodySize({ elder: false, text: 20 }, 30)).toBe(20)
    expect(bodySize({ elder: true, text: 30 }, 16)).toBe(30)
  })
})

describe('dates', () => {
  it('are those of Beijing', () => {
    expect(fullDate('2026-03-04T16:30:00.000Z')).toBe('2026年3月5日')
  })

  it('leave out the year when it is this one', () => {
    const now = new Date('2026-11-24T00:00:00Z')
    expect(shortDate('2026-03-05T01:00:00.000Z', now)).toBe('3月5日')
    expect(shortDate('2025-12-31T15:59:00.000Z', now)).toBe('2025年12月31日')
    expect(shortDate('2025-12-31T16:00:00.000Z', now)).toBe('1月1日')
  })
})

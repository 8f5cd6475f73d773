import { HAN, SIGNS } from '@shared/common/characters'

/** Code points from `from` to `to` where two classes disagree. */
const disagreements = (ours: RegExp, theirs: RegExp, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter(point => !/[\p{Cn}\p{Co}\p{Cs}]/u.test(String.fromCodePoint(point)))
    .filter(point => ours.test(String.fromCodePoint(point)) !== theirs.test(String.fromCodePoint(point)))
    .map(point => point.toString(16))

const HAN_HERE = new RegExp(`^[${HAN}]$`, 'u')
const SIGN_HERE = new RegExp(`^[${SIGNS}]$`, 'u')
const SIGN = /^[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}]$/u

describe('classes of characters written out for phones', () => {
  it('are the Chinese characters of Unicode', () => {
    expect(disagreements(HAN_HERE, /^\p{Script=Han}$/u, 0, 0xffff)).toEqual([])
    expect(disagreements(HAN_HERE, /^\p{Script=Han}$/u, 0x20000, 0x2a6df)).toEqual([])
    expect(disagreements(HAN_HERE, /^\p{Script=Han}$/u, 0x2a700, 0x2ebe0)).toEqual([])
  })

  it.each([
    ['Latin, Greek, Cyrillic, Armenian', 0, 0x58f],
    ['Arabic', 0x600, 0x6ff],
    ['Tibetan', 0xf00, 0xfff],
    ['East Asian and symbols', 0x2000, 0x9fff],
    ['forms of compatibility', 0xf900, 0xffff],
    ['emoji', 0x1f300, 0x1f64f],
  ])('are the signs of Unicode in %s', (_script, from, to) => {
    expect(disagreements(SIGN_HERE, SIGN, from, to)).toEqual([])
  })
})

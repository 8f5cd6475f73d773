import fc from 'fast-check'
import { readElements } from '../../server/domain/catalogue/fields/elements'
import { LONG } from '../support/figures'

/**
 * 公开内容(要素) that may be the kinds of one content: 甲某某、乙某某 is one entry to one office and several to another, so a
 * reader that cuts it must ask. Words are made at random from characters that separate and join nothing.
 */
const RUNS = { numRuns: LONG ? 5_000 : 500 }
const CHARS = [...'山水木石火土金雨云风田禾竹米豆麦棉麻茶果林牧渔盐铁铜瓷纸笔墨书画琴棋车船桥路门窗屋院井泉']
const word = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...CHARS), minLength: min, maxLength: max })
const kinds = fc
  .tuple(word(2, 2), fc.uniqueArray(word(1, 5), { minLength: 2, maxLength: 5 }))
  .map(([end, before]) => before.map(one => `${one}${end}`))

test('entries with 、 that all end alike are never cut without a question, and no word is lost', () => {
  fc.assert(
    fc.property(kinds, entries => {
      const { value, doubts } = readElements(entries.join('、'))
      expect(value.join('、')).toBe(entries.join('、'))
      expect(doubts).not.toEqual([])
    }),
    RUNS,
  )
})

test('the same entries with a mark of their own are cut without one', () => {
  fc.assert(
    fc.property(kinds, fc.constantFrom('；', '\n'), (entries, mark) => {
      expect(readElements(entries.join(mark))).toEqual({ value: entries, doubts: [] })
    }),
    RUNS,
  )
})

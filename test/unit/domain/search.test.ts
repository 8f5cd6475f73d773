import { amountsIn, yuanText } from '@shared/common/money'
import { gramsOf } from '../../../server/domain/search/grams'
import { initialsOf } from '../../../server/domain/search/initials'
import fc from 'fast-check'

const initials = (text: string) => [...text].map(letter => initialsOf(letter)[0]).join('')

test.each([
  ['财务收支', 'cwsz'],
  ['高龄津贴', 'gljt'],
  ['残疾人两项补贴', 'cjrlxbt'],
  ['二〇二六年鄂安', 'elelnea'],
  ['2026年A', '2026nA'],
])('%s is written %s', (text, written) => expect(initials(text)).toBe(written))

test.each([
  ['重', ['z', 'c']],
  ['会', ['h', 'k']],
  ['行', ['x', 'h']],
])('%s is read in two ways', (letter, both) => expect(initialsOf(letter)).toEqual(both))

test('every character of the common plane has one letter for its initial', () => {
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
    for (const initial of initialsOf(String.fromCharCode(code))) expect(initial).toMatch(/^[a-z]$/)
  }
})

test('what a notice says is found by characters and bigrams, what it is called by initials too', () => {
  const grams = gramsOf({
    shortCode: '0123456',
    title: '低保',
    sentence: '共3户。',
    item: { area: '救助', path: ['会计'] },
  })
  expect(grams).toEqual(
    [
      '0123456',
      '低',
      '保',
      '低保',
      '共',
      '3',
      '户',
      '共3',
      '3户',
      '救',
      '助',
      '救助',
      '会',
      '计',
      '会计',
      'db',
      'jz',
      'hj',
      'kj',
    ].sort(),
  )
})

test('amounts are read back from a sentence as they were written', () => {
  const fen = fc.integer({ min: -1e12, max: 1e12 })
  fc.assert(
    fc.property(fc.array(fen), amounts => {
      expect(amountsIn(`共${amounts.map(yuanText).join('，支出')}，3户5人。`)).toEqual(amounts)
    }),
  )
})

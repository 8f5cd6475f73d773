import { keysAsked, nameKeysOf } from '@server/domain/search/nameKeys'
import { readingsOf } from '@server/domain/search/pinyin'

const pinyin = (text: string) => [...text].map(letter => readingsOf(letter)[0]).join(' ')

const finds = (query: string, ...names: string[]): boolean =>
  nameKeysOf(names).includes(keysAsked(query)[0] ?? '')

test.each([
  ['柳湾村', 'liu wan cun'],
  ['日照荣乡', 'ri zhao rong xiang'],
  ['女儿绿吕', 'nu er lu lu'],
  ['东岭社区', 'dong ling she qu'],
  ['2组', '2 zu'],
])('%s is read %s', (text, read) => expect(pinyin(text)).toBe(read))

test('every character of the common plane has a reading in letters', () => {
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
    for (const reading of readingsOf(String.fromCharCode(code))) expect(reading).toMatch(/^[a-z]+$/)
  }
})

test.each(['柳湾村', '柳湾', '湾', 'liuwan', 'LiuWanCun', 'liu wan', 'wancun', 'lw', 'lwc', 'wc'])(
  '柳湾村 is found by %s',
  query => expect(finds(query, '柳湾村')).toBe(true),
)
test.each(['柳村', 'iuwan', 'lc', '湾柳'])('柳湾村 is not found by %s', query =>
  expect(finds(query, '柳湾村')).toBe(false),
)

test('a former name and both readings of a character find it', () => {
  expect(finds('东二', '东岭村', '东二村')).toBe(true)
  expect(finds('changan', '长安村')).toBe(true)
  expect(finds('zhangan', '长安村')).toBe(true)
})

test('keys of a long name with many readings stay few', () => {
  expect(nameKeysOf(['长长长长长长长长长长长长长长长长长长长长']).length).toBeLessThan(2_000)
})

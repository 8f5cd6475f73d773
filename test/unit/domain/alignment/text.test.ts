import { MATTERS } from '../../../../server/domain/alignment/phrases/bank'
import { linksOf } from '../../../../server/domain/alignment/phrases/link'
import { mattersOf } from '../../../../server/domain/alignment/phrases/match'
import { fold } from '../../../../server/domain/alignment/text/fold'
import { gramsIn, gramWeight } from '../../../../server/domain/alignment/text/grams'
import { repaired, vocabularyOf } from '../../../../server/domain/alignment/text/repair'
import { plainWords } from '../../../../server/domain/alignment/text/spoken'

test.each([
  ['臨時救助對象', '临时救助对象'],
  ['招生 zhāoshēng', '招生'],
  ['ＷｉＦｉ覆盖', 'WiFi覆盖'],
  ['ＡＢＣ', 'ABC'],
  ['“两癌” 检查', '两癌检查'],
])('%s is compared as %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('regional words become one word', () => {
  expect(plainWords('咋个办')).toBe('怎么办')
  expect(plainWords('么子钱')).toBe('什么钱')
  expect(plainWords('哪几户娃娃')).toBe('谁孩子')
})

test('runs of characters do not cross punctuation; sentence words weigh little', () => {
  expect([...gramsIn('甲乙、丙')]).toEqual(['甲', '甲乙', '乙', '丙'])
  expect([...gramsIn('')]).toEqual([])
  expect(gramWeight('怎么')).toBeLessThan(gramWeight('秸秆') / 4)
  expect(gramWeight('补贴')).toBeLessThan(gramWeight('秸秆'))
})

const vocabulary = vocabularyOf(['最低生活保障', '特困人员供养', '农业保险', '低保户', '征地补偿'])

test.each([
  ['最底生活保障', '最低生活保障'],
  ['特因人员', '特困人员'],
  ['底保户', '低保户'],
  ['征地补尝标准', '征地补偿标准'],
  ['农业保现', '农业保险'],
  ['最低生活保障', null],
  ['广场舞', null],
  ['', null],
])('%s is repaired to %s', (text, mended) => {
  expect(repaired(text, [vocabulary])).toBe(mended)
})

test('the bank is large, of all areas, and names each matter and each phrase of a matter once', () => {
  const said = MATTERS.flatMap(({ names, former, say }) => [...names, ...former, ...say])
  expect(MATTERS.length).toBeGreaterThan(400)
  expect(said.length).toBeGreaterThan(5000)
  expect(new Set(MATTERS.map(({ id }) => id)).size).toBe(MATTERS.length)
  expect(new Set(MATTERS.map(({ area }) => area)).size).toBeGreaterThanOrEqual(26)
  expect(MATTERS.filter(({ names }) => names.length === 0)).toEqual([])
  const repeated = MATTERS.filter(({ names, former, say }) => {
    const all = [...names, ...former, ...say]
    return new Set(all).size < all.length
  })
  expect(repeated.map(({ id }) => id)).toEqual([])
})

const named = (text: string) => {
  const [best] = mattersOf(text)
  return best && MATTERS[best.matter]!.id
}

test('a text is about the matter of its nearest phrase; shares add up to one at most', () => {
  expect(named('五保户名单')).toBe('特困')
  expect(named('孤寡老人国家养')).toBe('特困')
  expect(named('')).toBeUndefined()
  const found = mattersOf('种地补贴')
  expect(found.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.0001)
  expect(found.map(({ share }) => share)).toEqual(found.map(({ share }) => share).sort((a, b) => b - a))
})

test('a row is linked to the matters that it names, a longer name before a shorter one within it', () => {
  const links = (path: string[]) =>
    new Map([...linksOf({ id: 'c', path })].map(([matter, sure]) => [MATTERS[matter]!.id, sure]))
  expect(links(['耕地地力保护补贴']).get('地力补贴')).toBe(1)
  expect(links(['最低生活保障', '审批信息']).get('低保')).toBeGreaterThan(0.6)
  expect(links(['城乡居民基本养老保险', '待遇领取']).get('居保待遇')).toBeGreaterThan(0.4)
  expect(links(['子丑'])).toEqual(new Map())
})

import { readCharacters, wordsOf } from '../../../../server/domain/deadline/reading/characters'
import { sentencesOf } from '../../../../server/domain/deadline/reading/sentences'

/** From the words of a cell or a clause to sentences of one form. */

test('characters have one form, and remember where they came from', () => {
  expect(readCharacters('a …\u3000b')).toEqual({
    text: 'a...b',
    source: 'a …\u3000b',
    origin: [0, 2, 2, 2, 4],
  })
  expect(readCharacters('【甲】〔乙〕[丙]{丁}「戊」').text).toBe('(甲)(乙)(丙)(丁)(戊)')
  expect(readCharacters('〈甲〉。｡！﹑—–―～〜−‐曰').text).toBe('《甲》;;;、-------日')
  expect(readCharacters('①●■•·').text).toBe(';;;;;')
  expect(readCharacters('″〃”“"').text).toBe('〃〃〃〃〃')
  expect(readCharacters('２０個工作日').text).toBe('20个工作日')
})

test('pinyin of a damaged copy is left out, other words in brackets are not', () => {
  const { text, origin } = readCharacters('日內(nèi)报')
  expect([text, origin]).toEqual(['日内报', [0, 1, 7]])
  expect(readCharacters('(NEI)报').text).toBe('报')
  for (const kept of ['(abcdefgh)', '(内)', 'nei', '()']) expect(readCharacters(kept).text).toBe(kept)
})

test('words are given as the source writes them, without blanks', () => {
  const read = readCharacters('信 息…個')
  expect(read.text).toBe('信息...个')
  expect(wordsOf(read, 0, 2)).toBe('信息')
  expect(wordsOf(read, 2, 5)).toBe('…')
  expect(wordsOf(read, 1, 6)).toBe('息…個')
  expect(wordsOf(read, 3, 3)).toBe('')
})

const SPLIT: readonly [string, string[]][] = [
  ['及时公开。每月公布；长期', ['及时公开', '每月公布', '长期']],
  ['及时公开(每季度更新)', ['及时公开', '每季度更新']],
  ['及时公开(重大事项),每月公布', ['及时公开(重大事项),每月公布']],
  ['镇(街道)信息及时公开', ['镇(街道)信息及时公开']],
  ['7日内(个人3日。单位5日。)公开', ['7日内公开', '个人3日', '单位5日']],
  ['20个工作日(含)', ['20个工作日']],
  ['20个工作日内(含20个工作日)', ['20个工作日内']],
  ['7日(含财务)', ['7日(含财务)']],
  ['三(3)日内', ['三日内']],
  ['三(5)日内', ['三(5)日内']],
  ['村公示(5个工作日)', ['村公示5个工作日']],
  ['公开时限：及时', ['及时']],
  ['时限：不少于7日', ['时限:不少于7日']],
  ['质证的,，应当', ['质证的,应当']],
  ['第十五条　人民法院', ['人民法院']],
  ['1、及时公开', ['及时公开']],
  ['工作日\\n内<br>公&nbsp;开', ['工作日内公开']],
  ['(及时', ['(及时']],
  [')及时', [')及时']],
]
test.each(SPLIT)('%s is read as %j', (text, sentences) => {
  expect(sentencesOf(text).map(sentence => sentence.text)).toEqual(sentences)
})

test('a sentence keeps the places of its words', () => {
  const [, remark] = sentencesOf('及 時公開（每季 度更新）')
  expect(remark && wordsOf(remark, 0, 3)).toBe('每季度')
})

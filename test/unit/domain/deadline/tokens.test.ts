import { unbracket } from '../../../../server/domain/deadline/reading/brackets'
import { readCharacters, wordsOf } from '../../../../server/domain/deadline/reading/characters'
import { tokenise } from '../../../../server/domain/deadline/reading/lexer'
import { T } from '../../../../server/domain/deadline/reading/tokens'

/** From the words of a cell to tokens: one letter each (see `T`), brackets taken out. */

const lettersOf = (tokens: readonly { type: string }[]) => tokens.map(({ type }) => type).join('')
const letters = (text: string) => lettersOf(tokenise(readCharacters(text).text))

test('characters nobody knows are one token of words, with its place', () => {
  expect(tokenise('')).toEqual([])
  expect(tokenise('猫狗鱼')).toEqual([{ type: T.text, text: '猫狗鱼', start: 0, stop: 3 }])
  expect(tokenise('猫狗及时鱼鸟')).toEqual([
    { type: T.text, text: '猫狗', start: 0, stop: 2 },
    { type: T.atOnce, text: '及时', start: 2, stop: 4 },
    { type: T.text, text: '鱼鸟', start: 4, stop: 6 },
  ])
  expect(tokenise('猫10户狗')).toEqual([{ type: T.text, text: '猫10户狗', start: 0, stop: 5 }])
  expect(tokenise('每月')).toEqual([{ type: T.every, frequency: 'monthly', text: '每月', start: 0, stop: 2 }])
})

const READ: readonly [string, string][] = [
  ['…', '3'],
  ['公开时限：及时', 'WI'],
  ['公布时间为及时', 'WI'],
  ['时限：不少于7日', 'gitD'],
  ['公开期限：长期', 'WS'],
  ['公开时长：每月', 'WF'],
  ['公开期限：一年', 'oiQ'],
  ['《政府信息公开条例》', 'L'],
  ['第二十六条', 'L'],
  ['第二十六条第一款', 'L'],
  ['（2019）54号', 'L'],
  ['〔2019〕第54号', 'L'],
  ['2026年', 'B'],
  ['2026年度', 'B'],
  ['第二个月', 'K'],
  ['第6月份', 'K'],
  ['第七个月', 'xQ'],
  ['第一季度', 'B'],
  ['第20个工作日', 'B'],
  ['第3周', 'B'],
  ['一年一次', 'r1'],
  ['一年至少公布一次', 'rtP1'],
  ['一年内', 'Qw'],
  ['一季度一公布', 'r1P'],
  ['一个季度公布一次', 'rP1'],
  ['1月一次', 'r1'],
  ['一个月公开1次', 'rP1'],
  ['半年内', 'Qw'],
  ['半年', 'r'],
  ['季后', 'ra'],
  ['季终', 'rE'],
  ['会前', 'mb'],
  ['会后', 'ma'],
  ['通过之日起', 'Vs'],
  ['通过网站', 'pC'],
  ['首月底', 'KH'],
  ['第一个月月末', 'KH'],
  ['上半年和下半年', 'F'],
  ['上、下半年', 'F'],
  ['时间不少于7日', 'otD'],
  ['期限至少7日', 'otD'],
  ['每月定期', 'FM'],
  ['定期每月', 'MF'],
  ['定期按季', 'MF'],
  ['定期', 'B'],
  ['每月底', 'FH'],
  ['每季度末', 'FE'],
  ['每半年末', 'FE'],
  ['每年底', 'FT'],
  ['每季度末月', 'FK'],
  ['每年终了', 'FE'],
  ['每年终结', 'FE'],
  ['底', 'x'],
  ['20个工作日内', 'Qw'],
  ['20个工作日以内', 'Qw'],
  ['7日之内', 'Dw'],
  ['7日（含当日）内', 'Dw'],
  ['7天（含本数）内', 'Qw'],
  ['7日内完成', 'Dw'],
  ['公示栏上公开', 'CMP'],
  ['网站中', 'CM'],
  ['另有规定外', 'XZ'],
  ['。，（）″', ';cuz~'],
  ['1、7月', 'U'],
  ['每三个月', 'F'],
]
test.each(READ)('%s is read as %s', (text, read) => {
  expect(letters(text)).toBe(read)
})

test('a word keeps its sense', () => {
  const sense = (text: string, at = 0) => tokenise(text)[at]
  expect(sense('一年一次')).toMatchObject({ frequency: 'yearly' })
  expect(sense('一季度一次')).toMatchObject({ frequency: 'quarterly' })
  expect(sense('一个月一次')).toMatchObject({ frequency: 'monthly' })
  expect(sense('一公布')).toMatchObject({ type: T.times, n: 1 })
  expect(sense('半年内')).toMatchObject({ n: 6, unit: 'month' })
  expect(sense('季后')).toMatchObject({ frequency: 'quarterly', end: true })
  expect(sense('会前')).toMatchObject({ role: 'meeting' })
  expect(sense('通过后')).toMatchObject({ verb: 'passed' })
  expect(sense('上下半年')).toMatchObject({ frequency: 'half-yearly' })
  expect(sense('第二个月')).toMatchObject({ n: 2 })
  expect(sense('首月底', 1)).toMatchObject({ day: 31 })
  expect(sense('每月底', 1)).toMatchObject({ type: T.dayNumber, day: 31 })
  expect(sense('每季度末', 1)).toMatchObject({ type: T.end, verb: 'ended' })
  expect(sense('每半年末', 1)).toMatchObject({ type: T.end, verb: 'ended' })
  expect(sense('每年底', 1)).toMatchObject({ type: T.date, month: 12, day: 31 })
})

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

const BRACKETED: readonly [string, outer: string, remarks: string[]][] = [
  ['信息形成(变更)20个工作日内', 'nVjVQw', []],
  ['信息形成(或变更)', 'nVjV', []],
  ['信息更新(含变更)', 'nPjV', []],
  ['镇(街道)信息及时公开', 'xxnIP', []],
  ['及时公开(每季度更新)', 'IP', ['FP']],
  ['及时公开(重大事项),每月公布', 'IPcFP', ['m']],
  ['信息(每月)公开', 'nP', ['F']],
  ['(变更)及时', 'xI', []],
  ['20个工作日(含)', 'Q', []],
  ['20个工作日内(含20个工作日)', 'Qw', []],
  ['及时(含)', 'I', ['j']],
  ['7日(含财务)', 'D', ['jm']],
  ['及时()公开', 'IP', []],
  ['(及时', 'I', []],
  [')及时', 'I', []],
  ['及时((每月))', 'I', ['uFz']],
  ['及时(每月)(每年)', 'I', ['F', 'F']],
]
test.each(BRACKETED)('brackets of %s', (text, outer, remarks) => {
  const read = unbracket(tokenise(text))
  expect([lettersOf(read.outer), read.remarks.map(lettersOf)]).toEqual([outer, remarks])
})

test('what stands for a bracket inside a phrase covers its words', () => {
  const [, stand] = unbracket(tokenise('镇(街道)信息')).outer
  expect(stand).toEqual({ type: T.text, text: '', start: 1, stop: 5 })
  const [, or] = unbracket(tokenise('形成(变更)')).outer
  expect(or).toMatchObject({ type: T.or, text: '或' })
})

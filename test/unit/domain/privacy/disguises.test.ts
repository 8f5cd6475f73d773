import { scanTable, scanText } from '../../../../server/domain/privacy'
import { idCheckCharacter } from '../../../../server/domain/privacy/detectors/residentId'

const TODAY = '2026-11-24'
const BODY = '61011119800101123'
const ID = `${BODY}${idCheckCharacter(BODY)}`
const CARD = '6217000012345678907'
const PHONE = '13812345678'

const spell = (digits: string, glyphs: string): string =>
  [...digits].map(digit => [...glyphs][Number(digit)] ?? digit).join('')
const between = (digits: string, mark: string): string => [...digits].join(mark)

const blocked = (text: string): string[] =>
  scanText(text, { today: TODAY })
    .filter(({ severity }) => severity === 'block')
    .map(({ kind, text: words }) => `${kind} ${words}`)

const WAYS: readonly [way: string, write: (digits: string) => string][] = [
  ['circled', digits => spell(digits, '⓪①②③④⑤⑥⑦⑧⑨')],
  ['raised', digits => spell(digits, '⁰¹²³⁴⁵⁶⁷⁸⁹')],
  ['in key caps', digits => [...digits].map(digit => `${digit}\ufe0f\u20e3`).join('')],
  ['in bank characters', digits => spell(digits, '零壹贰叁肆伍陆柒捌玖')],
  ['with invisible fillers', digits => between(digits, '\u3164')],
  ['with combining marks', digits => between(digits, '\u0301')],
  ['with tags', digits => between(digits, '\u{e0061}')],
  ['with braille blanks', digits => between(digits, '\u2800')],
  ['with stars', digits => between(digits, '*')],
  ['with tildes', digits => between(digits, '~')],
  ['one a line', digits => between(digits, '\n')],
  ['in boxes', digits => [...digits].map(digit => `【${digit}】`).join('')],
  ['as text recognition reads it', digits => digits.replaceAll('0', 'O').replaceAll('1', 'l')],
  ['from right to left', digits => `\u202e${[...digits].reverse().join('')}\u202c`],
]

test.each(WAYS)('an ID number, a card and a phone %s', (_, write) => {
  for (const [kind, digits] of [
    ['resident-id', ID],
    ['bank-card', CARD],
    ['mobile', PHONE],
  ] as const) {
    const text = `领取人：${write(digits)}，已核实`
    const found = blocked(text)
    expect(found.map(finding => finding.split(' ')[0])).toEqual([kind])
  }
})

test('a finding tells the place in the text as it was written', () => {
  const written = spell(ID, '⓪①②③④⑤⑥⑦⑧⑨')
  const text = `甲${written}乙`
  const [finding] = scanText(text, { today: TODAY })
  expect(text.slice(finding?.start, finding?.end)).toBe(finding?.text)
  expect(finding?.text).toBe(written)
  expect(finding?.mask).toBe(`6101**********${ID.slice(14)}`)
})

test('numbers without anything between them are told one by one', () => {
  expect(blocked(`7${ID}${CARD}${PHONE}`)).toEqual([
    `resident-id ${ID}`,
    `bank-card ${CARD}`,
    `mobile ${PHONE}`,
  ])
})

const OPEN: readonly [text: string, reason: string][] = [
  ['一三五组、二四六组，第一、二、三、四、五、六、七、八、九条', 'numbers of groups and articles'],
  ['面积120m²，见注¹', 'a power and a footnote'],
  ['9 0 3 7 1 9\n6 6 2 8 8 7\n7 1 7 8 4 8', 'a table of single figures'],
  ['1、38、31、23、6、30、8', 'a list of counts'],
  ['http://www.example.gov.cn/art/2025/9/8/art_1662_4926334.html', 'an address of a page'],
]
test.each(OPEN)('%j is nothing: %s', text => {
  expect(blocked(text)).toEqual([])
})

test('a digit behind a phone that is a footnote hides nothing', () => {
  expect(blocked(`电话${PHONE}¹`)).toEqual([`mobile ${PHONE}`])
})

describe('numbers over cells', () => {
  const kindsIn = (rows: readonly (readonly string[])[]): string[] =>
    scanTable([], rows, { today: TODAY })
      .filter(({ severity }) => severity === 'block')
      .map(({ kind, row, column }) => `${kind} ${row}:${column}`)

  test.each([
    ['resident-id', ID],
    ['bank-card', CARD],
    ['mobile', PHONE],
  ])('%s, a digit in each cell or row', (kind, digits) => {
    expect(
      kindsIn([
        ['备注', '', ''],
        ['卡', ...digits],
      ]),
    ).toEqual([`${kind} 1:1`])
    expect(kindsIn([['备注'], ...[...digits].map(digit => [digit])])).toEqual([`${kind} 1:0`])
    expect(kindsIn([...[...digits].map(digit => ['王*', spell(digit, '⓪①②③④⑤⑥⑦⑧⑨')])])).toEqual([
      `${kind} 0:1`,
    ])
  })

  test('an ID number in three rows', () => {
    expect(kindsIn([[ID.slice(0, 6)], [ID.slice(6, 14)], [ID.slice(14)]])).toEqual(['resident-id 0:0'])
  })

  test('columns of sums and counts are nothing', () => {
    expect(
      kindsIn([
        ['138', '1234', '5678', '100'],
        ['13812', '345678', '3', '4'],
        ['1', '3', '8', '1'],
      ]),
    ).toEqual([])
  })
})

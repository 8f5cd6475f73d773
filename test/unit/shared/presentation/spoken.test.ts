import { wholeNumber } from '@shared/common/chineseNumerals'
import { money } from '@shared/presentation/spoken/numbers'
import { LONGEST_SENTENCE, sentencesOf } from '@shared/presentation/spoken/sentences'
import { spokenText } from '@shared/presentation/spoken/text'
import { presentItem } from '@shared/presentation/presentItem'
import fc from 'fast-check'
import { catalogueColumns, noticeContent } from '../../../support/arbitraries/notice'

const DIGITS = '零一二三四五六七八九'
const PLACE: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** What somebody who hears the number writes down. */
function heard(said: string): number {
  const split = (mark: string, times: number): number | null => {
    const at = said.lastIndexOf(mark)
    return at < 0
      ? null
      : heard(said.slice(0, at)) * times + heard(said.slice(at + mark.length).replace(/^零/, ''))
  }
  if (said === '') return 0
  if (said.startsWith('负')) return -heard(said.slice(1))
  const large = split('亿', 1e8) ?? split('万', 1e4)
  if (large !== null) return large
  let sum = 0
  let digit = 0
  for (const letter of said) {
    const place = PLACE[letter]
    if (place) sum += (digit || 1) * place
    digit = place ? 0 : DIGITS.indexOf(letter === '两' ? '二' : letter)
  }
  return sum + digit
}

function heardMoney(said: string): number {
  if (said.startsWith('负')) return -heardMoney(said.slice(1))
  const [, yuan = '', jiao = '', cents = ''] = /^(?:(.+)元)?零?(?:(.)角)?(?:(.)分)?$/.exec(said) ?? []
  return heard(yuan) * 100 + heard(jiao) * 10 + heard(cents)
}

test('a number that is said is heard as the number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(30_000), fc.integer({ min: -1e15, max: 1e15 })), value => {
      expect(heard(wholeNumber(value))).toBe(value)
      expect(heardMoney(money(value))).toBe(value)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  [
    '2026年第三季度收入12,345.60元，支出200.05元，结余-1,000.00元。',
    '二零二六年第三季度收入一万二千三百四十五元六角，支出二百元零五分，结余负一千元。',
  ],
  ['张*、李**领取2户3人，合计3.5万元', '张某、李某某领取两户三人，合计三万五千元'],
  ['公示期 2026-03-05 – 2026年3月12日', '公示期二零二六年三月五日到二零二六年三月十二日'],
  [
    '电话 0312-5551234，手机 13812345678，12345',
    '电话零三幺二，五五五幺二三四，手机幺三八幺二三四五六七八，一二三四五',
  ],
  ['12345、12345，甲 乙 丙', '一二三四五、一二三四五，甲乙丙'],
  ['占12.5%，<3 人，第 2 版，22 亩', '占百分之十二点五，少于三人，第二版，二十二亩'],
  ['上午8:30到10:05', '上午八点三十分到十点零五分'],
  ['10010户，110户，100元', '一万零一十户，一百一十户，一百元'],
])('%s is said %s', (text, said) => expect(spokenText(text)).toBe(said))

test('a record is said whole: in order, without a digit or a star, in breaths that a voice takes', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, (item, content) => {
      const { blocks } = presentItem(item, content)
      const said = sentencesOf(blocks)
      for (const { spoken } of said) {
        expect(spoken).not.toMatch(/[0-9*]/)
        expect(spoken.length).toBeLessThanOrEqual(LONGEST_SENTENCE)
      }
      for (const { blockId, part, range, text, spoken } of said) {
        const block = blocks.find(({ id }) => id === blockId)
        if (!range || text === spoken) continue
        const whole =
          block?.kind === 'summary'
            ? block.text
            : block?.kind === 'text'
              ? block.paragraphs[Number(part)]
              : ''
        expect(whole?.slice(...range)).toBe(text)
      }
      const order = blocks.map(({ id }) => id)
      const places = said.map(({ blockId }) => order.indexOf(blockId))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      const shown = new Set(places)
      blocks.forEach(({ kind, id }, at) => {
        if (kind === 'table') expect([id, shown.has(at)]).toEqual([id, true])
      })
    }),
  )
})

test('a table is read row by row, every amount with its unit', () => {
  const table = {
    kind: 'table' as const,
    id: 't',
    label: '支出明细',
    unit: '元',
    columns: [
      { id: 'd', label: '日期', align: 'left' as const },
      { id: 'a', label: '金额', align: 'right' as const },
    ],
    rows: [{ id: '1', cells: ['2026年3月5日', '1,200.50'] }],
    totals: [{ id: 'sum', label: '支出合计', value: '1,200.50' }],
  }
  expect(sentencesOf([table]).map(({ spoken }) => spoken)).toEqual([
    '支出明细，共一行。',
    '第一行，日期二零二六年三月五日，金额一千二百元五角。',
    '支出合计一千二百元五角。',
  ])
})

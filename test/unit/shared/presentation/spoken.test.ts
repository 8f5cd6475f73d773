import { wholeNumber } from '@shared/common/chineseNumerals'
import { money } from '@shared/presentation/spoken/numbers'
import { LONGEST_SENTENCE, sentencesOf } from '@shared/presentation/spoken/sentences'
import { spokenPhone } from '@shared/presentation/spoken/digits'
import { spokenText } from '@shared/presentation/spoken/text'
import { presentItem } from '@shared/presentation/presentItem'
import fc from 'fast-check'
import { seedOrgs } from '@server/demo/seed/orgs'
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
  ['电话029-0000 1101转802', '电话零二九，零零零零，幺幺零幺，转八零二'],
  ['(029)00001101，00001102', '零二九，零零零零幺幺零幺，零零零零幺幺零二'],
  [
    '举报电话：029-00001101；12317，12393热线',
    '举报电话：零二九，零零零零幺幺零幺；幺二三幺七，幺二三九三热线',
  ],
  ['手机 +86 138-1234-5678，400-123-4567', '手机幺三八，幺二三四，五六七八，四零零，幺二三，四五六七'],
  [
    '卡尾号1234，卡号后4位5678，6217****1234',
    '卡尾号幺二三四，卡号后四位五六七八，六二幺七，隐去四位，幺二三四',
  ],
  ['凭证 2026-10-008，凭证 002', '凭证二零二六杠一零杠零零八，凭证零零二'],
  [
    '农经发〔2011〕13号，2024-2026年，2026-10',
    '农经发〔二零一一〕十三号，二零二四到二零二六年，二零二六年十月',
  ],
  ['2026.3.5，2026/11/20，68元/亩', '二零二六年三月五日，二零二六年十一月二十日，六十八元每亩'],
  ['3-5户，10～15天，2平方米，2组', '三到五户，十到十五天，两平方米，二组'],
  [
    '12345678元，12345678户，13812345678元',
    '一千二百三十四万五千六百七十八元，一千二百三十四万五千六百七十八户，一百三十八亿一千二百三十四万五千六百七十八元',
  ],
])('%s is said %s', (text, said) => expect(spokenText(text)).toBe(said))

/** The digits that somebody writes down who hears a telephone number. */
const dialled = (said: string): string =>
  [...said.replace(/幺/g, '一')]
    .flatMap(letter => (DIGITS.includes(letter) ? [DIGITS.indexOf(letter)] : []))
    .join('')

const figure = (length: number) => fc.array(fc.nat(9), { minLength: length, maxLength: length }).map(all => all.join('')) // prettier-ignore
const split = fc.constantFrom('', ' ', '-')
const landline = fc
  .tuple(
    fc.constantFrom('010', '029', '0312', '0913'),
    fc.constantFrom('-', ' ', '—', ''),
    figure(4),
    split,
    fc.oneof(figure(4), figure(3)),
  ) // prettier-ignore
  .map(parts => parts.join(''))
const mobile = fc.tuple(fc.constantFrom('138', '199'), split, figure(4), split, figure(4)).map(parts => parts.join('')) // prettier-ignore
const serviceLine = fc.constantFrom('12345', '12317', '12393', '400-123-4567')
const seeded = seedOrgs().flatMap(({ contacts }) => contacts.map(({ phone }) => phone))

test('every contact number is said digit by digit, as a field and inside a sentence', () => {
  expect(seeded.length).toBeGreaterThan(20)
  const check = (phone: string) => {
    const digits = phone.replace(/\D/g, '')
    expect([phone, dialled(spokenPhone(phone))]).toEqual([phone, digits])
    for (const text of [
      `给李主任打电话，号码是${phone}，`,
      `电话：${phone}。`,
      `${phone}（村委会）；`,
      `找张主任（${phone}）`,
    ]) {
      expect([text, dialled(spokenText(text))]).toEqual([text, digits])
      expect(spokenText(text)).not.toMatch(/[十百千万亿点]/)
    }
  }
  seeded.forEach(check)
  fc.assert(fc.property(fc.oneof(landline, mobile, serviceLine), check), { numRuns: 500 })
})

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

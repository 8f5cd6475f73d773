import {
  type Listing,
  doubtsOf,
  gather,
  presentPayouts,
  presentSchemes,
} from '../../../../server/reading/finance/payouts'
import type { RecipientRow } from '@shared/contract/disclosure/notice'

const row = (scheme: string, amountFen: number, rest: Partial<RecipientRow> = {}): RecipientRow => ({ name: '王*', scheme, persons: 1, amountFen, ...rest }) // prettier-ignore
const three = (scheme: string, fen: number, standard?: string) =>
  [1, 2, 3].map(() => row(scheme, fen, { standard }))

function listing(
  nth: number,
  title: string,
  rows: RecipientRow[],
  stated: { totalFen?: number } = {},
): Listing {
  const sums = { totalPersons: rows.reduce((sum, { persons }) => sum + persons, 0), totalFen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0) } // prettier-ignore
  return {
    noticeId: `ntc_00000${nth}`,
    aboutName: null,
    publishedAt: `2026-0${nth}-01T00:00:00.000Z`,
    content: {
      title,
      period: '2026',
      blocks: [{ type: 'recipients', label: '补贴结果', rows, ...sums, ...stated }],
    },
  }
}

const FARM = '耕地地力保护补贴'

test('by scheme, batch and standard, each line with its notice', () => {
  const first = listing(1, '耕地地力保护补贴（第一批）发放结果公开', [...three(FARM, 10_000, '每亩60元'), ...three(FARM, 20_000, '每亩70元')]) // prettier-ignore
  const second = listing(2, '耕地地力保护补贴（第二批）发放结果公开', three(FARM, 5_000))
  const [scheme, ...more] = presentSchemes(gather([first, second]))
  expect(more).toEqual([])
  expect(scheme!.sentence).toBe('公开了2次，共9笔、9人次，合计1,050.00元。')
  expect(scheme!.batches.map(({ noticeId, batch, amount }) => [noticeId, batch, amount])).toEqual([
    ['ntc_000002', '第二批', '150.00'],
    ['ntc_000001', '第一批', '900.00'],
  ])
  expect(scheme!.batches[1]!.rows).toEqual([
    { standard: '每亩60元', households: '3', persons: '3', amount: '300.00' },
    { standard: '每亩70元', households: '3', persons: '3', amount: '600.00' },
  ])
  expect(doubtsOf([first, second], gather([first, second]))).toEqual([])
})

test('what does not agree is said, not smoothed: stated totals, and the same scheme twice', () => {
  const wrong = listing(1, '地力补贴公开', three(FARM, 10_000), { totalFen: 40_000 })
  const again = listing(2, '地力补贴再公开', three(FARM, 10_000))
  expect(
    doubtsOf([wrong, again], gather([wrong, again])).map(({ noticeId, text }) => [noticeId, text]),
  ).toEqual([
    ['ntc_000001', '2026年《地力补贴公开》写的合计是3人400.00元，各行加起来是3人300.00元；这里按各行加。'],
    [
      'ntc_000002',
      '2026年“耕地地力保护补贴”在《地力补贴公开》和《地力补贴再公开》里都有，都加进来了，可能重复。',
    ],
  ])
})

test('people who are only counted have no households, and fewer than three no figure at all', () => {
  const counted = (scheme: string, persons: number, amountFen: number) => row(scheme, amountFen, { name: '（只公开人数）', persons }) // prettier-ignore
  const both = listing(1, '残疾人两项补贴公开', [counted('困难残疾人生活补贴', 8, 144_000), counted('重度残疾人护理补贴', 2, 72_000)]) // prettier-ignore
  const [summary] = presentPayouts(2026, gather([both]))
  expect(summary).toMatchObject({ text: '2026年公开了1次，共8人次，合计1,440.00元（不含少于 3 人的项目）。' })
  const [first, second] = presentSchemes(gather([both]))
  expect(first!.batches[0]).toMatchObject({ households: '—', persons: '8', amount: '1,440.00' })
  expect(second!.batches[0]).toMatchObject({ households: '<3', persons: '<3', amount: '—' })
  expect(JSON.stringify([presentPayouts(2026, gather([both])), presentSchemes(gather([both]))])).not.toMatch(
    /720\.00|2,160\.00/,
  )
})

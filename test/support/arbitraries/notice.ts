import fc from 'fast-check'
import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { recipientTotals, statementTotals } from '@shared/content/statement'

import { sheet } from './sheets'

const HAN = [
  ...'村民委员会低保补贴收支养老救助公开标准对象金额户主一二三四组明细说明道路水渠（）、：·*abcXYZ019 ',
]
const text = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...HAN), { minLength: min, maxLength: max })
    .map(chars => chars.join('').trim())
    .filter(value => value.length >= min)
const label = text(1, 12)
const fen = fc.integer({ min: 1, max: 10_000_000_00 })

const file = (mime: string) =>
  fc.record({
    name: label,
    mime: fc.constant(mime),
    bytes: fc.nat(20_000_000),
    sha256: fc.constant('a'.repeat(64)),
  })

const facts: fc.Arbitrary<ContentBlock> = fc.record({
  type: fc.constant('facts' as const),
  label,
  entries: fc.array(fc.record({ label, value: text(0, 30) }), { maxLength: 8 }),
})
const prose: fc.Arbitrary<ContentBlock> = fc.record({
  type: fc.constant('text' as const),
  label,
  text: fc.array(text(1, 40), { minLength: 1, maxLength: 4 }).map(lines => lines.join('\n')),
})
const money: fc.Arbitrary<ContentBlock> = fc
  .record({
    openingFen: fc.integer({ min: -1_000_000, max: 100_000_000 }),
    lines: fc.array(
      fc.record({
        date: fc.integer({ min: 1, max: 31 }).map(day => `2026-03-${String(day).padStart(2, '0')}`),
        direction: fc.constantFrom('income' as const, 'expense' as const),
        item: label,
        amountFen: fen,
        handler: fc.option(text(1, 4), { nil: undefined }),
        voucher: fc.option(text(1, 6), { nil: undefined }),
        images: fc.option(fc.array(file('image/jpeg'), { maxLength: 2 }), { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ openingFen, lines }) => {
    const block = { type: 'money' as const, label: '收支明细', openingFen, lines, closingFen: 0 }
    return { ...block, closingFen: statementTotals(block).computedClosingFen }
  })
const recipients: fc.Arbitrary<ContentBlock> = fc
  .array(
    fc.record({
      name: fc.constantFrom('张*', '李*', '王**', '赵*'),
      group: fc.option(fc.constantFrom('一组', '二组', '三组'), { nil: undefined }),
      scheme: fc.constantFrom('农村低保', '高龄津贴', '耕地地力保护补贴'),
      standard: fc.option(text(1, 8), { nil: undefined }),
      persons: fc.integer({ min: 1, max: 9 }),
      amountFen: fc.integer({ min: 0, max: 5_000_00 }),
    }),
    { maxLength: 15 },
  )
  .map(rows => {
    const block = { type: 'recipients' as const, label: '发放明细', rows, totalPersons: 0, totalFen: 0 }
    const totals = recipientTotals(block)
    return { ...block, totalPersons: totals.persons, totalFen: totals.fen }
  })
const attachments: fc.Arbitrary<ContentBlock> = fc.record({
  type: fc.constant('attachments' as const),
  label: fc.constant('附件'),
  files: fc.array(file('application/pdf'), { maxLength: 3 }),
})

/** Any content that agrees with itself. */
export const noticeContent: fc.Arbitrary<NoticeContent> = fc.record({
  title: label,
  period: fc.constantFrom('2026-03', '2026Q1', '2026H1', '2026', '2026-03-05'),
  blocks: fc.array(fc.oneof(facts, prose, money, recipients, sheet, attachments), {
    minLength: 1,
    maxLength: 6,
  }),
})

/** Any catalogue item with every standard column. */
export const catalogueColumns: fc.Arbitrary<CatalogueColumns> = fc.record({
  displayNo: fc.option(fc.constantFrom('1', '1.2', '0505'), { nil: null }),
  path: fc.array(label, { minLength: 1, maxLength: 4 }),
  elements: fc.array(label, { maxLength: 10 }),
  basis: fc.array(fc.record({ text: label }), { maxLength: 3 }),
  deadline: fc.option(fc.constantFrom('信息形成或者变更之日起20个工作日内', '每季度的首个月20日'), {
    nil: null,
  }),
  subjects: fc.array(label, { maxLength: 2 }),
  channels: fc.array(fc.record({ name: label, ticked: fc.constantFrom(true, false, null) }), {
    maxLength: 5,
  }),
  audience: fc.record({
    scope: fc.constantFrom('public' as const, 'specific' as const, 'both' as const, null),
  }),
  mode: fc.constantFrom('active' as const, 'on-request' as const, 'both' as const, null),
  levels: fc.option(fc.uniqueArray(fc.constantFrom('county' as const, 'town' as const, 'village' as const)), {
    nil: null,
  }),
})

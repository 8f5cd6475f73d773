import { perRow, replaceAt } from '../../../miniapp/src/packages/staff/form/lists'
import { draftFields } from '../../../miniapp/src/packages/staff/draft/faults'
import { compareWithLast, isSameComparison } from '../../../miniapp/src/packages/staff/draft/marks'
import { toContent } from '../../../miniapp/src/packages/staff/draft/toContent'
import { emptyRecipient } from '../../../miniapp/src/packages/staff/draft/toDraft'
import type { DraftOf, NoticeDraft } from '../../../miniapp/src/packages/staff/draft/types'
import type { NoticeContent } from '../../../shared/contract/disclosure/notice'

const ROWS = 2_000

const block = (amounts: readonly string[]): DraftOf<'recipients'> => ({
  type: 'recipients',
  label: '发放明细',
  rows: amounts.map((amountFen, index) => ({
    ...emptyRecipient(),
    name: `王${index}`,
    scheme: '高龄津贴',
    amountFen,
  })),
  totalPersons: String(amounts.length),
  totalFen: '0',
})
const draftOf = (amounts: readonly string[]): NoticeDraft => ({
  title: '名单',
  period: '2026Q3',
  regards: '',
  nothing: false,
  nothingNote: '',
  blocks: [block(amounts)],
})
const contentOf = (amounts: readonly string[]): NoticeContent => toContent(draftOf(amounts)).content

test('a change of one row keeps the other rows the same objects, and computes that row alone', () => {
  let computed = 0
  const lengthOf = perRow(({ text }: { text: string }) => {
    computed += 1
    return text.length
  })
  const rows = Array.from({ length: ROWS }, (_, at) => ({ text: `row ${at}` }))
  const sum = (all: readonly { text: string }[]) => all.reduce((total, row) => total + lengthOf(row), 0)
  const before = sum(rows)
  const next = replaceAt(rows, 7, { text: 'row 7 changed' })
  expect(sum(next)).toBe(before + ' changed'.length)
  expect(computed).toBe(ROWS + 1)
  expect(next.filter((row, at) => row !== rows[at])).toHaveLength(1)
  expect(rows[7]).toEqual({ text: 'row 7' })
})

test('a path of the content finds its field by the longest part that is known', () => {
  const field = draftFields([
    { content: 'content.blocks.0', draft: 'blocks.2' },
    { content: 'content.blocks.0.rows.1', draft: 'blocks.2.rows.4' },
    { content: 'content.blocks.0.rows.10', draft: 'blocks.2.rows.13' },
  ])
  expect(field('content.blocks.0.rows.1.name')).toBe('blocks.2.rows.4.name')
  expect(field('content.blocks.0.rows.10.name')).toBe('blocks.2.rows.13.name')
  expect(field('content.blocks.0.rows.1')).toBe('blocks.2.rows.4')
  expect(field('content.blocks.0.totalFen')).toBe('blocks.2.totalFen')
  expect(field('content.title')).toBe('draft.title')
})

test('a comparison is the same only while each amount has the same mark', () => {
  const last = contentOf(Array.from({ length: ROWS }, () => '60.00'))
  const compare = (amounts: readonly string[]) => compareWithLast(toContent(draftOf(amounts)), last)
  const amounts = Array.from({ length: ROWS }, () => '61.00')
  const one = compare(amounts)
  expect(one.marks.size).toBe(ROWS)
  expect(isSameComparison(one, compare(amounts))).toBe(true)
  expect(isSameComparison(one, compare(replaceAt(amounts, 1_999, '62.00')))).toBe(false)
  expect(isSameComparison(one, compare(replaceAt(amounts, 3, '60.00')))).toBe(false)
  expect(isSameComparison(one, compare(amounts.slice(1)))).toBe(false)
})

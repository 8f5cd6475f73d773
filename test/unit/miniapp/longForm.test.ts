import { isSameLine, perRow, replaceAt } from '../../../miniapp/src/packages/staff/form/lists'
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

test('a row that was sound is not parsed again; a faulty one, and every row of another period, is', () => {
  const rowsOf = (draft: NoticeDraft) => {
    const { content, faults } = toContent(draft)
    const [first] = content.blocks
    return { rows: first?.type === 'recipients' ? first.rows : [], faults }
  }
  const draft = draftOf(['60.00', '61.00', 'none'])
  const rowsIn = ({ rows }: DraftOf<'recipients'>, ...order: number[]) => order.map(at => rows[at]!)
  const [known] = draft.blocks as [DraftOf<'recipients'>]
  const before = rowsOf(draft)
  const moved = rowsOf({ ...draft, blocks: [{ ...known, rows: rowsIn(known, 2, 0, 1) }] })
  expect(moved.rows[1]).toBe(before.rows[0])
  expect(moved.rows[2]).toBe(before.rows[1])
  expect(before.faults.map(({ field }) => field)).toEqual(['blocks.0.rows.2.amountFen'])
  expect(moved.faults.map(({ field }) => field)).toEqual(['blocks.0.rows.0.amountFen'])
  const later = rowsOf({ ...draft, period: '2026Q4' })
  expect(later.rows).toEqual(before.rows)
  expect(later.rows[0]).not.toBe(before.rows[0])
})

test('a line is shown again for a mark of its own amount or another value, not for marks of other lines', () => {
  const isSame = isSameLine(
    ({ index }: { index: number; marks: ReadonlyMap<string, string>; row: object }) => [
      `rows.${index}.amountFen`,
    ],
  )
  const marks = new Map([
    ['rows.0.amountFen', '上期没有'],
    ['rows.1.amountFen', '上期没有'],
  ])
  const line = { index: 0, row: {}, marks }
  expect(isSame(line, { ...line, marks: new Map([...marks, ['rows.1.amountFen', '比上期 +1.00 元']]) })).toBe(
    true,
  )
  expect(isSame(line, { ...line, marks: new Map([['rows.1.amountFen', '上期没有']]) })).toBe(false)
  expect(isSame(line, { ...line, row: {} })).toBe(false)
})

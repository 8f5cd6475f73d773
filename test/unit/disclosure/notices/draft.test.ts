import { CATEGORIES } from '@shared/facts/disclosure/categories'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { draftIssues } from '@server/disclosure/notices/requirements/draft'

const HUGE = Number.MAX_SAFE_INTEGER

const issuesOf = (period: string, ...blocks: ContentBlock[]) => {
  const content: NoticeContent = { title: '收支', period, blocks }
  return draftIssues({
    content,
    category: CATEGORIES[1]!,
    item: { path: ['财务'], elements: [], deadline: null },
    today: '2026-11-20',
    previous: null,
    corrected: null,
  })
}
const codesOf = (...given: Parameters<typeof issuesOf>) => issuesOf(...given).map(issue => issue.code)

const nothing: ContentBlock = { type: 'nothing' }
const line = (amountFen: number) =>
  ({ date: '2026-10-05', direction: 'income', item: '租金', amountFen }) as const

test.each([
  ['2026-10', []],
  ['2026-11', []],
  ['2026Q4', []],
  ['2026-11-20', []],
  ['2026-11-21', ['period-not-begun']],
  ['2026-12', ['period-not-begun']],
  ['2027', ['period-not-begun']],
  ['2026-02-30', ['period-not-real']],
  ['2025-02-29', ['period-not-real']],
  ['2024-02-29', []],
])('period %s', (period, expected) => {
  expect(codesOf(period, nothing)).toEqual(expected)
})

test('sums beyond exact counting are refused instead of counted wrong', () => {
  const money: ContentBlock = {
    type: 'money',
    label: '收支明细',
    openingFen: HUGE,
    lines: [line(HUGE), line(HUGE)],
    closingFen: HUGE,
  }
  const row = { name: '张*', scheme: '补贴', persons: 1, amountFen: HUGE }
  const recipients: ContentBlock = {
    type: 'recipients',
    label: '名单',
    rows: [row, row],
    totalPersons: 2,
    totalFen: HUGE,
  }
  expect(codesOf('2026-10', money, recipients)).toEqual(['amount-too-large', 'amount-too-large'])
})

import { findCategory } from '../../../../server/domain/category'
import type { ContentBlock } from '@shared/contract/disclosure/notice'
import { submitIssues } from '@server/disclosure/notices/requirements/submit'

const OPINION: ContentBlock = {
  type: 'facts',
  label: '公开内容',
  entries: [{ label: '民主理财小组意见', value: '同意公开。' }],
}

/** What is missed in a notice of 债权债务 with these registers. */
const missed = (...blocks: ContentBlock[]) =>
  submitIssues({
    content: { title: '2026年第三季度集体债权债务', period: '2026Q3', blocks: [...blocks, OPINION] },
    item: { path: ['债权债务'], elements: [], deadline: '每季度至少公布一次' },
    category: findCategory('village-finance')!,
    today: '2026-11-20',
    previous: null,
    corrected: null,
  })
    .filter(({ code }) => code === 'block-missing')
    .map(({ message }) => message)

const none = (sheet: 'claims' | 'debts', label: string): ContentBlock => ({
  type: 'sheet',
  sheet,
  label,
  rows: [],
})
const row = {
  party: '安澜水利工程队',
  openingFen: 0,
  increaseFen: 500_000,
  decreaseFen: 0,
  closingFen: 500_000,
}

test('of 债权 and 债务 one register is enough; without either the two are named in one sentence', () => {
  expect(missed(none('claims', '债权'), none('debts', '债务'))).toEqual([
    '缺少“债权台账”、“债务台账”，至少要填一样。本期没有发生的，请写“本期无发生”。',
  ])
  expect(missed({ type: 'sheet', sheet: 'debts', label: '债务', rows: [row] })).toEqual([])
  expect(
    missed(none('debts', '债务'), { type: 'sheet', sheet: 'claims', label: '债权', rows: [row] }),
  ).toEqual([])
  expect(missed({ type: 'sheet', sheet: 'assets', label: '资产', rows: [row] })).toHaveLength(1)
})

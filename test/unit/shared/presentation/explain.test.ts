import { GLOSSARY } from '@shared/facts/reading/glossary'
import { againstLast, perHead } from '../../../../server/reading/site/explain'
import { termsIn } from '@shared/presentation/terms'
import type { NoticeContent } from '@shared/contract/disclosure/notice'

const list = (households: number, fen: number, period = '2026Q2'): NoticeContent => ({
  title: '高龄津贴',
  period,
  blocks: [
    {
      type: 'recipients',
      label: '发放明细',
      rows: Array.from({ length: households }, () => ({ name: '张*', scheme: '高龄津贴', persons: 1, amountFen: fen })), // prettier-ignore
      totalPersons: households,
      totalFen: households * fen,
    },
  ],
})

test('against last period and per head', () => {
  expect(againstLast(list(12, 5_000), list(9, 5_000, '2026Q1'))).toBe('和2026年第一季度比，多3户，多3人，发放多150.00元。') // prettier-ignore
  expect(perHead(list(12, 5_000))).toBe('平均每户50.00元。')
})

test('a difference of one or two households is not told: it would point at them', () => {
  expect(againstLast(list(10, 5_000), list(9, 5_000, '2026Q1'))).toBe('和2026年第一季度比，发放多50.00元。')
  expect(perHead(list(2, 5_000))).toBeNull()
})

test('hard words are explained where they occur, each once, with a source', () => {
  const terms = termsIn([{ kind: 'text', id: 'a', label: '说明', paragraphs: ['低保和应收款'] }])
  expect(terms.map(({ term }) => term)).toEqual(['债权', '最低生活保障'])
  expect(termsIn([{ kind: 'facts', id: 'standard', label: '', rows: [{ id: 'x', label: '凭证', value: '', missing: false }] }])).toEqual([]) // prettier-ignore
  expect(new Set(GLOSSARY.terms.map(({ term }) => term)).size).toBe(GLOSSARY.terms.length)
  for (const { meaning, source } of GLOSSARY.terms) expect([meaning.endsWith('。'), source.length > 3]).toEqual([true, true]) // prettier-ignore
})

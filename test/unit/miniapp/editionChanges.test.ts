import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { editionChanges } from '../../../miniapp/src/pages/notice/changes'

const record = (amount: string, rows: string[][]): PresentedBlock[] => [
  { kind: 'summary', id: 'summary', text: `共发 ${amount} 元。`, figure: null } as never,
  {
    kind: 'table',
    id: 'list',
    label: '名单',
    unit: '元',
    columns: [
      { id: 'name', label: '姓名', align: 'left' },
      { id: 'amount', label: '金额', align: 'right', unit: '元' },
    ],
    rows: rows.map((cells, at) => ({ id: `r${at}`, cells })),
    totals: [],
  } as never,
]

const FIRST = record('300.00', [
  ['王*', '100.00'],
  ['王*', '100.00'],
  ['李*', '100.00'],
])

test('the same record changed nothing', () => {
  expect(editionChanges(FIRST, FIRST)).toEqual([])
})

test('another amount, a row more and a row less are said, each in its part; equal rows count as often as they occur', () => {
  const second = record('450.00', [
    ['王*', '100.00'],
    ['李*', '150.00'],
    ['赵*', '200.00'],
  ])
  const changes = editionChanges(FIRST, second)
  expect(changes[0]).toEqual({ place: '一句话', before: '共发 300.00 元。', after: '共发 450.00 元。' })
  const list = changes.filter(({ place }) => place === '名单')
  expect(list.map(({ before }) => before).filter(Boolean)).toHaveLength(2)
  expect(list.map(({ after }) => after).join()).toContain('150.00')
  expect(list.map(({ after }) => after).join()).toContain('赵*')
})

test('what is gone without anything in its place is said as gone', () => {
  const less = record('300.00', [
    ['王*', '100.00'],
    ['王*', '100.00'],
  ])
  expect(editionChanges(FIRST, less)).toEqual([
    { place: '名单', before: expect.stringContaining('李*') as string, after: null },
  ])
})

import {
  areasIn,
  itemsIn,
  lookedAt,
  monthKey,
  readerOf,
  sumsOf,
} from '../../../miniapp/src/packages/matrix/matrix/view'
import type { MatrixCode, MatrixItem, ObligationMatrix } from '../../../shared/contract/disclosure/matrix'

const code = (letter: string, state: MatrixCode['state'], label: string, sign: string): MatrixCode => ({
  code: letter,
  state,
  label,
  sign,
})

const item = (key: string, area: string): MatrixItem => ({
  key,
  itemId: `itm_${key}`,
  area,
  name: key,
  category: 'general',
  deadline: null,
  own: false,
})

const MATRIX: ObligationMatrix = {
  org: { code: 'ST1', name: '街道', kind: 'street', parentCode: null },
  year: 2026,
  today: '2026-11-20',
  codes: [
    code('.', null, '没有要公开的', ''),
    code('o', 'overdue', '已过期', '✕'),
    code('d', 'done-on-time', '按时公开', '✓'),
    code('s', 'due-soon', '快到期', '！'),
  ],
  items: [item('收支', '村级财务'), item('低保', '社会救助'), item('计划', '村级财务')],
  villages: [
    {
      code: 'V1',
      name: '柳湾村',
      rows: ['ddd.......s.', '.........o..', '............'],
    },
  ],
}
const VILLAGE = MATRIX.villages[0]!

test('a cell is read by its letter; nothing is due where the letter says so', () => {
  const read = readerOf(MATRIX)
  expect(read(VILLAGE, 0, 1)).toMatchObject({ month: 1, code: { label: '按时公开', sign: '✓' } })
  expect(read(VILLAGE, 0, 4)).toBeNull()
  expect(read(VILLAGE, 9, 4)).toBeNull()
})

test('over the year the most pressing month stands for the item', () => {
  const read = readerOf(MATRIX)
  expect(read(VILLAGE, 0, 0)).toMatchObject({ month: 11, code: { state: 'due-soon' } })
  expect(read(VILLAGE, 1, 0)).toMatchObject({ month: 10, code: { state: 'overdue' } })
  expect(read(VILLAGE, 2, 0)).toBeNull()
})

test('an area narrows the items and keeps their places in the rows', () => {
  expect(areasIn(MATRIX)).toEqual(['村级财务', '社会救助'])
  expect(itemsIn(MATRIX, { area: '村级财务' }).map(({ key, index }) => [key, index])).toEqual([
    ['收支', 0],
    ['计划', 2],
  ])
  expect(itemsIn(MATRIX, { area: null })).toHaveLength(3)
})

test('sums are words with signs, what needs somebody first', () => {
  const items = itemsIn(MATRIX, { area: null })
  expect(sumsOf(MATRIX, VILLAGE, items, 0).map(({ text }) => text)).toEqual([
    '✕ 已过期 1 项',
    '！ 快到期 1 项',
  ])
  expect(sumsOf(MATRIX, VILLAGE, items, 2).map(({ text }) => text)).toEqual(['✓ 按时公开 1 项'])
})

test('months are written as the server writes them', () => {
  expect([monthKey(2026, 3), monthKey(2026, 12)]).toEqual(['2026-03', '2026-12'])
})

test('only what has something late, due soon or undecided is left when that is asked for', () => {
  const two = { ...MATRIX, villages: [VILLAGE, { code: 'V2', name: '好村', rows: ['dddddddddddd', '', ''] }] }
  const names = (month: number, troubled: boolean) => {
    const { items, villages } = lookedAt(two, { month, area: null, troubled })
    return [villages.map(({ name }) => name), items.map(({ name }) => name)]
  }
  expect(names(0, false)).toEqual([
    ['柳湾村', '好村'],
    ['收支', '低保', '计划'],
  ])
  expect(names(0, true)).toEqual([['柳湾村'], ['收支', '低保']])
  expect(names(10, true)).toEqual([['柳湾村'], ['低保']])
  expect(names(1, true)).toEqual([[], []])
})

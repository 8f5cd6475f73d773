import fc from 'fast-check'
import { cutNumbers } from '@server/domain/privacy/cutNumbers'

const TODAY = '2026-12-01'
const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** Columns of accounts and lists that hold figures and nothing personal. */
const columns: Readonly<Record<string, (row: number, seed: number) => string>> = {
  'voucher of a month': (row, seed) => `2026-${pad((seed % 12) + 1, 2)}-${pad(row + 1, 3)}`,
  'voucher number': (row, seed) => `记-${seed + row}`,
  'bare serial': (row, seed) => pad(seed + row, 3),
  'long serial': (row, seed) => pad(202610000 + seed + row, 9),
  date: (row, seed) => `2026${pad((seed % 12) + 1, 2)}${pad((row % 28) + 1, 2)}`,
  amount: (row, seed) => `${((seed * 7919 + row * 104729) % 9_000_000) / 100}`,
  count: (row, seed) => String((seed + row * row) % 10),
  'year and count': (row, seed) => `${2010 + ((seed + row) % 17)} ${(seed * row) % 100}`,
}

test.each(Object.entries(columns))('a column of %s is not taken for a number cut in pieces', (_, cell) => {
  let blocked = 0
  const seeds = 400
  for (let seed = 0; seed < seeds; seed += 1) {
    const rows = Array.from({ length: 5 + (seed % 40) }, (_row, row) => [cell(row, seed * 13)])
    if (cutNumbers(rows, TODAY).length > 0) blocked += 1
  }
  expect(blocked / seeds).toBeLessThanOrEqual(0.01)
})

test('an ID number over cells is found wherever it is cut', () => {
  const id = '11010519491231002X'
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { minLength: 1, maxLength: 17 }), cuts => {
      const ends = [...cuts.sort((a, b) => a - b), id.length]
      const cells = ends.map((end, at) => id.slice(at === 0 ? 0 : ends[at - 1], end))
      const down = cutNumbers(
        cells.map(cell => [cell]),
        TODAY,
      )
      const across = cutNumbers([cells], TODAY)
      expect([down[0]?.kind, across[0]?.kind]).toEqual(['resident-id', 'resident-id'])
    }),
    { numRuns: 300 },
  )
})

test('two figures that make a card number together are figures where the row goes on; a wrapped number has no neighbour', () => {
  const figures = [
    ['2025', '62788162', '0.00', '0'],
    ['2026', '22875081', '0.00', '0'],
  ]
  expect(cutNumbers(figures, TODAY)).toEqual([])
  const wrapped = [
    ['张某', '62788162', '发放'],
    ['', '22875081', ''],
  ]
  expect(cutNumbers(wrapped, TODAY)).toMatchObject([
    { kind: 'bank-card', severity: 'block', row: 0, lastRow: 1 },
  ])
})

test.each<[string, string[]]>([
  ['counts of uneven lengths', ['6', '2', '170', '309', '30', '313', '2', '111']],
  ['counts with a short first one', ['6', '231', '306', '117', '440', '130']],
  ['a number that starts within an amount', ['30234088', '21958042', '17520517']],
  ['a long, a short and a long amount', ['62159283', '15', '40070120']],
])('%s make no number where each row goes on with figures', (_, cells) => {
  const besideFigures = cells.map(cell => [cell, '0.00'])
  expect(cutNumbers(besideFigures, TODAY)).toEqual([])
  expect(
    cutNumbers(
      cells.map(cell => [cell, '']),
      TODAY,
    ),
  ).toHaveLength(1)
})

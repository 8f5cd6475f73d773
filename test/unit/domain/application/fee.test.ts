import { FEE_MOST, feeOf } from '../../../../server/domain/application'

test.each([
  [0, 0],
  [10, 0],
  [11, 100],
  [30, 2000],
  [31, 2200],
  [40, 4000],
  [41, 4300],
  [50, 7000],
  [51, 7400],
])('%i items of a month cost %i yuan', (items, sum) => {
  expect(feeOf('items', items).sum).toBe(sum)
})

test.each([
  [0, 0],
  [30, 0],
  [31, 10],
  [100, 700],
  [101, 720],
  [200, 2700],
  [201, 2740],
])('%i pages cost %i yuan', (pages, sum) => {
  expect(feeOf('pages', pages).sum).toBe(sum)
})

test('the steps show the sum', () => {
  expect(feeOf('items', 41).steps).toEqual([
    { from: 1, to: 10, count: 10, price: 0, sum: 0 },
    { from: 11, to: 30, count: 20, price: 100, sum: 2000 },
    { from: 31, to: 40, count: 10, price: 200, sum: 2000 },
    { from: 41, to: 41, count: 1, price: 300, sum: 300 },
  ])
  expect(feeOf('pages', 0)).toEqual({ sum: 0, steps: [] })
})

test('each number costs what a count one by one says', () => {
  const itemPrice = (n: number) => (n <= 10 ? 0 : n <= 30 ? 100 : 100 * (Math.floor((n - 31) / 10) + 2))
  const pagePrice = (n: number) => (n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40)
  let [items, pages] = [0, 0]
  for (let n = 1; n <= 400; n++) {
    items += itemPrice(n)
    pages += pagePrice(n)
    expect([feeOf('items', n).sum, feeOf('pages', n).sum]).toEqual([items, pages])
  }
})

test('a number that is no count is refused', () => {
  for (const n of [-1, 0.5, Number.NaN, FEE_MOST + 1]) expect(() => feeOf('items', n)).toThrow(RangeError)
})

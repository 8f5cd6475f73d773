import * as fc from 'fast-check'
import { dot, nearestIndex } from '@server/domain/alignment/nearest'

const numbers = (length: number) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length })

test('the likeness of two vectors of any size is the sum of the products', () => {
  const pairs = fc.integer({ min: 1, max: 70 }).chain(length => fc.tuple(numbers(length), numbers(length)))
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const plain = one.reduce((sum, value, at) => sum + Math.fround(value) * Math.fround(other[at]!), 0)
      expect(dot(Float32Array.from(one), Float32Array.from(other))).toBeCloseTo(plain, 5)
    }),
  )
})

test('each of a few texts is compared, with its place; one without a vector is left out', () => {
  const vectors = new Map([
    ['甲', Float32Array.of(1, 0, 0, 0, 0, 0)],
    ['丙', Float32Array.of(0, 0, 0, 0, 0, 1)],
  ])
  const index = nearestIndex({ vector: (_, text) => vectors.get(text) }, ['甲', '乙', '丙'])
  expect(index.near(Float32Array.of(0, 0, 0, 0, 0.6, 0.8))).toEqual([
    { at: 0, likeness: 0 },
    { at: 2, likeness: expect.closeTo(0.8, 5) },
  ])
})

import fc from 'fast-check'
import { flatMap, lastOf, recordOf } from '@shared/common/lists'

const lists = fc.array(fc.oneof(fc.integer(), fc.array(fc.integer())))

describe('list operations for phones', () => {
  it('join like Array.prototype.flatMap', () => {
    fc.assert(
      fc.property(lists, list => {
        expect(flatMap(list, entry => entry)).toEqual(list.flatMap(entry => entry))
        expect(flatMap(list, (_, index) => [index, index])).toEqual(
          list.flatMap((_, index) => [index, index]),
        )
      }),
    )
  })

  it('join lists longer than a call may have arguments', () => {
    expect(flatMap([0], () => Array<number>(300_000).fill(1))).toHaveLength(300_000)
  })

  it('name the last entry', () => {
    fc.assert(fc.property(lists, list => expect(lastOf(list)).toEqual(list.at(-1))))
  })

  it('make objects like Object.fromEntries, `__proto__` an own key', () => {
    const entries: [string, number][] = [
      ['a', 1],
      ['__proto__', 2],
      ['a', 3],
    ]
    const made = recordOf(new Map(entries))
    expect(Object.entries(made)).toEqual([
      ['a', 3],
      ['__proto__', 2],
    ])
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
  })
})

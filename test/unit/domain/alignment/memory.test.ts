import fc from 'fast-check'
import { type Decision, memoryOf, memoryWords } from '../../../../server/domain/alignment/memory'

const decision = (
  villageCode: string,
  name: string,
  itemKey: string,
  relation: Decision['relation'] = 'same',
): Decision => ({
  villageCode,
  villagePath: ['村务', name],
  itemKey,
  relation,
})

it('remembers what the villages decided of a name, whatever signs are in it', () => {
  const memory = memoryOf([decision('V1', '低保户名单', 'dibao'), decision('V2', '低保户 名单', 'dibao')])
  const found = memory(['别的', '低保户（名单）'])!
  expect(found).toEqual({ itemKey: 'dibao', relation: 'same', villages: 2, of: 2 })
  expect(memoryWords(found)).toBe('2 个村都这样定')
  expect(memory(['低保'])).toBeNull()
})

it('says how many decided otherwise, and proposes nothing where as many did', () => {
  const memory = memoryOf([decision('V1', '工资', 'a'), decision('V2', '工资', 'a'), decision('V3', '工资', '', 'village-only')]) // prettier-ignore
  expect(memoryWords(memory(['工资'])!)).toBe('2 个村这样定，1 个村另有定法')
  expect(memoryOf([decision('V1', '工资', 'a'), decision('V2', '工资', 'b')])(['工资'])).toBeNull()
})

it('counts each village once, in any order', () => {
  const one = fc.record({
    villageCode: fc.constantFrom('V1', 'V2', 'V3'),
    itemKey: fc.constantFrom('a', 'b', ''),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), all => {
      const decisions = all.map(({ villageCode, itemKey }) => decision(villageCode, '工资', itemKey))
      const found = memoryOf(decisions)(['工资'])
      expect(memoryOf([...decisions].reverse())(['工资'])).toEqual(found)
      if (!found) return
      const deciding = new Set(
        all.filter(({ itemKey }) => itemKey === found.itemKey).map(one => one.villageCode),
      )
      expect(found.villages).toBe(deciding.size)
      expect(found.of).toBe(new Set(all.map(one => one.villageCode)).size)
    }),
  )
})

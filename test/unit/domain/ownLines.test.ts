import fc from 'fast-check'
import { ownRows, standingOf } from '../../../server/reading/site/ownLines'
import { maskName } from '../../../server/domain/privacy'
import type { NoticeContent, RecipientRow } from '@shared/contract/disclosure/notice'

const row = (name: string, group: string, amountFen = 1, scheme = '低保'): RecipientRow => ({ name, group, scheme, persons: 1, amountFen }) // prettier-ignore
const notice = (rows: RecipientRow[]): NoticeContent => ({
  title: '名单',
  period: '2026Q1',
  blocks: [{ type: 'recipients', label: '明细', rows, totalPersons: rows.length, totalFen: 0 }],
})
const me = { name: '许田生', group: '一组' }

test('the own row, however the group is written', () => {
  const rows = [row('许*', '第一村民小组', 5), row('许*', '二组', 6), row('王*', '1组', 7)]
  expect(ownRows(me, notice(rows)).map(({ amountFen }) => amountFen)).toEqual([5])
})

test('two rows that fit: neither; two schemes: both', () => {
  expect(ownRows(me, notice([row('许*', '一组', 5), row('许*', '1组', 6)]))).toEqual([])
  expect(ownRows(me, notice([row('许*', '一组', 5), row('许*', '一组', 6, '高龄津贴')]))).toHaveLength(2)
})

test('somebody of the roll who is written alike keeps all from being told; so does a missing group', () => {
  expect(standingOf(me, [me, { name: '许老旺', group: '1组' }])).toBe('alike')
  expect(standingOf(me, [me, { name: '许老旺', group: '2组' }])).toBe('told-apart')
  expect(standingOf({ ...me, group: null }, [me])).toBe('no-group')
})

test('nobody is told a row of another (500 villages)', () => {
  const person = fc.record({
    name: fc
      .tuple(fc.constantFrom('王', '李', '欧阳'), fc.constantFrom('建国', '秀英', '军'))
      .map(([a, b]) => a + b),
    group: fc.constantFrom('一组', '二组', '三组', null),
  })
  fc.assert(
    fc.property(fc.uniqueArray(person, { minLength: 1, maxLength: 12, selector: one => `${one.name}${one.group}` }), people => {
      // The amount says whose row it is.
      const rows = people.map(({ name, group }, at) => row(maskName(name), group ?? '', at + 1))
      people.forEach((one, at) => {
        if (standingOf(one, people) !== 'told-apart') return
        expect(ownRows(one, notice(rows)).map(({ amountFen }) => amountFen)).toEqual([at + 1])
      })
    }),
    { numRuns: 500 },
  ) // prettier-ignore
})

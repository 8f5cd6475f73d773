import { deciders, risksOf, sourcedLimit } from '../../../../shared/power/digest'
import { quoted } from '../../../../shared/power/words'
import { coreItem } from '../../../support/power/core'

test('who decides: who votes or sorts by amount, else who reviews, else who answers for it', () => {
  expect(deciders(coreItem('XM-01'))).toEqual(['村“两委”会议', '村民议事会'])
  expect(deciders(coreItem('BM-01'))).toEqual(['区县主管部门'])
  const plain = coreItem('BM-01')
  for (const step of plain.steps) step.kind = 'act'
  expect(deciders(plain)).toEqual(['街道（镇）经办'])
})

test('risks stand with their step and their control', () => {
  expect(risksOf(coreItem('XM-01'))).toContainEqual({
    step: '结算付款',
    risk: '没验收先付款',
    control: '没有验收单不付款',
  })
})

test('a limit that no law names says so; a name with marks of its own is quoted inside', () => {
  expect(sourcedLimit(coreItem('XM-01').totalLimit!)).toBe('210个工作日（本地定的）')
  expect(quoted('“两委”全体会议')).toBe('“‘两委’全体会议”')
})

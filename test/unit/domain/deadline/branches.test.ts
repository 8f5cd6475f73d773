import { holdingRules } from '../../../../server/domain/deadline/reading/branch'
import { attachNotices } from '../../../../server/domain/deadline/notices'
import type { StatedPart } from '../../../../server/domain/deadline/reading/reader'
import type { DeadlineRule } from '../../../../server/domain/deadline'

const rule = (condition?: string, kind: DeadlineRule['kind'] = 'immediate'): DeadlineRule => ({
  kind,
  ...(condition && { condition }),
})
const held = (rules: readonly DeadlineRule[], condition?: string) =>
  holdingRules(rules, condition).map(({ index }) => index)

test('without a branch the rules for everything hold', () => {
  expect(holdingRules([])).toEqual([])
  expect(holdingRules([rule(), rule('财务')])).toEqual([{ rule: rule(), index: 0 }])
  expect(held([rule('财务'), rule(), rule()])).toEqual([1, 2])
  expect(held([rule(), rule('财务')], '  ')).toEqual([0])
})

test('a text about one branch only is about that branch, unless another one is asked for', () => {
  expect(held([rule('财务')])).toEqual([0])
  expect(held([rule('财务'), rule(undefined, 'other-law')])).toEqual([0])
  expect(held([rule('财务')], '党务')).toEqual([])
  expect(held([rule('财务'), rule('村务')])).toEqual([])
  expect(held([rule('财务'), rule('村务'), rule(undefined, 'other-law')])).toEqual([2])
})

const BRANCH = '行政许可、行政处罚事项'
test.each([
  [BRANCH, BRANCH, true],
  [BRANCH, '行政处罚', true],
  [BRANCH, '行政处罚信息', true],
  [BRANCH, ' 行政處罰 ', true],
  [BRANCH, '涉及行政许可的', true],
  [BRANCH, '党务', false],
  ['财务', '村级财务收支', true],
  ['收支和资产', '资产情况', true],
  ['村、组', '组的', false],
  ['投入资金5万元以上的', '8万元', true],
  ['投入资金5万元以上的', '投入资金3万元', false],
  ['投入资金5万元以上的', '投入资金', true],
  ['资金使用', '8万元资金使用', true],
])('branch %s is named by %s: %p', (condition, given, named) => {
  expect(held([rule(), rule(condition)], given)).toEqual([named ? 1 : 0])
})

const NOTICE = { n: 7, unit: 'calendar-day' } as const
const stated = (condition?: string, kind: DeadlineRule['kind'] = 'immediate', more = {}): StatedPart => ({
  statement: { says: 'rule', rule: { kind, ...more } },
  condition,
  branch: false,
})
const posts = (condition?: string, n = 7): StatedPart => ({
  statement: { says: 'notice', notice: { ...NOTICE, n } },
  condition,
  branch: false,
})
const alone = { kind: 'notice', notice: NOTICE }

describe('a posting period', () => {
  test('belongs to the deadline before it, else to the one after it', () => {
    expect(attachNotices([])).toEqual([])
    expect(attachNotices([stated(), posts()])).toStrictEqual([{ kind: 'immediate', notice: NOTICE }])
    expect(attachNotices([posts(), stated()])).toStrictEqual([{ kind: 'immediate', notice: NOTICE }])
    expect(attachNotices([stated(), posts(), stated()])).toStrictEqual([
      { kind: 'immediate', notice: NOTICE },
      { kind: 'immediate' },
    ])
  })

  test('stands alone without one, each for itself', () => {
    expect(attachNotices([posts()])).toStrictEqual([alone])
    expect(attachNotices([posts(), posts(undefined, 3)])).toStrictEqual([
      alone,
      { kind: 'notice', notice: { ...NOTICE, n: 3 } },
    ])
    expect(attachNotices([posts('财务')])).toStrictEqual([{ ...alone, condition: '财务' }])
  })

  test('a deadline has one only', () => {
    expect(attachNotices([stated(), posts(), posts(undefined, 3)])).toStrictEqual([
      { kind: 'immediate', notice: NOTICE },
      { kind: 'notice', notice: { ...NOTICE, n: 3 } },
    ])
  })

  test('stays within its branch', () => {
    expect(attachNotices([stated('财务'), posts('财务')])).toStrictEqual([
      { kind: 'immediate', condition: '财务', notice: NOTICE },
    ])
    expect(attachNotices([stated('财务'), posts('党务')])).toStrictEqual([
      { kind: 'immediate', condition: '财务' },
      { ...alone, condition: '党务' },
    ])
    expect(attachNotices([posts('党务'), stated('财务')])).toStrictEqual([
      { ...alone, condition: '党务' },
      { kind: 'immediate', condition: '财务' },
    ])
    expect(attachNotices([stated('财务'), posts()])).toStrictEqual([
      { kind: 'immediate', condition: '财务', notice: NOTICE },
    ])
  })

  test('is never that of the savings clause, nor of what comes after its own end', () => {
    expect(attachNotices([stated(undefined, 'other-law'), posts()])).toStrictEqual([
      { kind: 'other-law' },
      alone,
    ])
    expect(attachNotices([posts(), stated(undefined, 'other-law')])).toStrictEqual([
      alone,
      { kind: 'other-law' },
    ])
    for (const eventText of ['公示期满', '公告结束']) {
      expect(attachNotices([posts(), stated(undefined, 'immediate', { eventText })])).toStrictEqual([
        alone,
        { kind: 'immediate', eventText },
      ])
    }
  })
})

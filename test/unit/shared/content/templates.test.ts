import { frequencyOf, findCategory, templatesOf } from '../../../../server/domain/category'

const FINANCE = findCategory('village-finance')!
const offered = (path: string[], elements: string[] = []) =>
  templatesOf({ path, elements }, FINANCE)
    .filter(({ type }) => type === 'money' || type === 'sheet')
    .map(({ type, sheet, required }) => `${sheet ?? type}${required ? '*' : ''}`)

test.each([
  [['财务收支', '村级财务收支情况'], [], ['money*']],
  [['集体经济', '资产负债表'], [], ['balance-sheet*']],
  [['财务公开', '固定资产台账'], [], ['assets*']],
  [['三资管理', '资产、资源情况'], [], ['assets*', 'resources*', 'leases*']],
  [['债权债务'], [], ['claims*', 'debts*']],
  [['财务', '发包及租金收缴情况'], [], ['leases*']],
  [['收益分配'], [], ['income-distribution*']],
  [['年度会计报表'], [], ['balance-sheet*', 'income-distribution*']],
  [['集体资产和财务收支'], [], ['money*', 'assets']],
  [['村级财务'], ['收支明细', '债权债务', '民主理财意见'], ['money*', 'claims', 'debts']],
  [['一事一议项目'], [], ['money*']],
])('%j with %j asks for %j', (path, elements, blocks) => {
  expect(offered(path, elements)).toEqual(blocks)
})

test('of several registers in one name, one is enough, and each block says so', () => {
  const oneOf = (...path: string[]) =>
    templatesOf({ path, elements: [] }, FINANCE).flatMap(({ sheet, oneOf }) =>
      sheet ? [[sheet, oneOf]] : [],
    )
  const either = ['债权台账', '债务台账']
  expect(oneOf('债权债务')).toEqual([
    ['claims', either],
    ['debts', either],
  ])
  expect(oneOf('发包租赁')).toEqual([['leases', undefined]])
  expect(oneOf('集体资产和财务收支')).toEqual([['assets', undefined]])
})

test('a register is told by quarter, a distribution by year, an account by month', () => {
  const period = (...path: string[]) => frequencyOf({ path, elements: [], deadline: null }, FINANCE)
  expect([period('债权债务'), period('收益分配'), period('财务收支')]).toEqual([
    'quarterly',
    'yearly',
    'monthly',
  ])
})

test('other categories know no registers', () => {
  const subsidy = findCategory('subsidy')!
  expect(templatesOf({ path: ['资产'], elements: ['资源'] }, subsidy)).toEqual(subsidy.blocks)
})

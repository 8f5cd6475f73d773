import { proposeScope } from '../../../../server/domain/catalogueDraft/scope'

const of = (title: string, inForce: number, named: number, rows = named) =>
  proposeScope(title, { inForce, named, rows }).scope

test.each([
  ['社会救助领域公开目录（补充）', 9, 2, 'amend'],
  ['关于调整部分事项的通知', 9, 5, 'amend'],
  ['社会救助领域公开目录', 9, 2, 'amend'],
  ['社会救助领域公开目录', 9, 7, 'replace'],
  ['社会救助领域公开目录（2026年调整版）', 10, 9, 'replace'],
  ['社会救助领域公开目录（2026年修订）', 10, 6, 'replace'],
  ['社会救助领域公开目录（补充）', 0, 0, 'replace'],
] as const)('%s, %d in force, %d named: %s', (title, inForce, named, scope) => {
  expect(of(title, inForce, named)).toBe(scope)
})

test('a whole catalogue under new names is no supplement', () => {
  expect(of('社会救助领域公开目录', 9, 2, 12)).toBe('replace')
})

test('says why', () => {
  expect(proposeScope('目录（补充）', { inForce: 9, named: 2, rows: 4 }).because).toBe(
    '标题里有“补充”，现行 9 项，文件里写到 2 项',
  )
})

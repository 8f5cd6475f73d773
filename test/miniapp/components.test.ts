/** @jest-environment jsdom */
import fc from 'fast-check'
import { presentItem } from '../../shared/presentation/presentItem'
import type { ComparedField, Comparison, PresentedBlock } from '../../shared/contract/disclosure/presentation'
import { catalogueColumns, noticeContent } from '../support/arbitraries/notice'
import { simulatedComponents, textOf } from '../support/components/simulated'
import { recordText } from '../support/journeys/records'

/** The shared components, compiled by Taro as native components and run by miniprogram-simulate. */
const { mount, tap } = simulatedComponents()

const CASES = 15

test('the presented record shows every character of it, in order, and nothing else', async () => {
  const cases = fc.sample(fc.tuple(catalogueColumns, noticeContent), { numRuns: CASES, seed: 20_261_120 })
  for (const [item, content] of cases) {
    const { blocks } = presentItem(item, content)
    const component = await mount('presented', { blocks })
    expect(textOf(component)).toBe(recordText(blocks))
  }
})

test('a long table is folded, and unfolds to the last row', async () => {
  const rows = Array.from({ length: 150 }, (_row, index) => ({ id: `r${index}`, cells: [`第${index}行`] }))
  const table: PresentedBlock = {
    kind: 'table',
    id: 't',
    label: '发放明细',
    unit: '元',
    columns: [{ id: 'c', label: '姓名', align: 'left' }],
    rows,
    totals: [],
  }
  const component = await mount('presented', { blocks: [table] })
  expect(textOf(component)).not.toContain('第149行')
  expect(textOf(component)).toContain('还有130行，接着看')
  await tap(component, '.button')
  await tap(component, '.button')
  expect(textOf(component)).toContain('第149行')
  expect(textOf(component)).not.toContain('接着看')
})

const field = (id: string, status: ComparedField['status']): ComparedField => ({
  id,
  block: '公开内容',
  label: `要素${id}`,
  village: status === 'village-missing' ? null : `村${id}`,
  street: status === 'street-missing' ? null : status === 'same' ? `村${id}` : `街${id}`,
  status,
})

function comparison(fields: ComparedField[]): Comparison {
  const count = (status: ComparedField['status']) => fields.filter(one => one.status === status).length
  const [same, differs, villageMissing, streetMissing] = [
    count('same'),
    count('differs'),
    count('village-missing'),
    count('street-missing'),
  ]
  return { fields, counts: { same, differs, villageMissing, streetMissing }, sentence: '' }
}

test('对照 says each state in words, with both values, never by colour alone', async () => {
  const fields = [
    field('1', 'same'),
    field('2', 'differs'),
    field('3', 'village-missing'),
    field('4', 'street-missing'),
  ]
  const component = await mount('compare', {
    comparison: comparison(fields),
    village: '甲村',
    street: '乙街道',
  })
  const rows = component.querySelectorAll('.compare__row').map(textOf)
  expect(rows).toEqual([
    '要素1一致甲村：村1乙街道：村1',
    '要素2!不一致甲村：村2乙街道：街2',
    '要素3!甲村未公开甲村：—乙街道：街3',
    '要素4!乙街道未公开甲村：村4乙街道：—',
  ])
})

test('many compared fields can be narrowed to those that are not equal, and back', async () => {
  const fields = Array.from({ length: 20 }, (_field, index) =>
    field(`${index}`, index === 7 ? 'differs' : 'same'),
  )
  const component = await mount('compare', {
    comparison: comparison(fields),
    village: '甲村',
    street: '乙街道',
  })
  expect(component.querySelectorAll('.compare__row')).toHaveLength(20)
  await tap(component, '.button')
  expect(component.querySelectorAll('.compare__row').map(textOf)).toEqual([
    '要素7!不一致甲村：村7乙街道：街7',
  ])
  await tap(component, '.button')
  expect(component.querySelectorAll('.compare__row')).toHaveLength(20)
})

test('tabs tell which was pressed', async () => {
  const onChange = jest.fn()
  const options = [
    { value: 'all', label: '全部' },
    { value: 'draft', label: '草稿' },
  ]
  const component = await mount('tabs', { label: '状态', options, value: 'all', onChange })
  expect(component.querySelectorAll('.tabs__item--on').map(textOf)).toEqual(['全部'])
  await tap(component, '.tabs__item', 1)
  expect(onChange.mock.calls).toEqual([['draft']])
})

test('a button works once it is enabled', async () => {
  const onPress = jest.fn()
  await tap(await mount('button', { label: '提交', onPress, disabled: true }), '.button')
  expect(onPress).not.toHaveBeenCalled()
  await tap(await mount('button', { label: '提交', onPress }), '.button')
  expect(onPress).toHaveBeenCalledTimes(1)
})

test('a field says its name, that it must be filled in, its help and its fault', async () => {
  const help = '按明细算是 12.00 元'
  const component = await mount('field', {
    id: 'closing',
    label: '期末余额（元）',
    value: '',
    required: true,
    help,
    fault: '请写数字',
    onChange: jest.fn(),
  })
  expect(textOf(component)).toContain('期末余额（元）（必填）')
  expect(textOf(component)).toContain(help.replace(/\s+/g, ''))
  expect(textOf(component)).toContain('×请写数字')
  expect(component.querySelectorAll('.input--bad')).toHaveLength(1)
})

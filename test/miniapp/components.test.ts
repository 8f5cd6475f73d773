/** @jest-environment jsdom */
import { documentOf } from '@shared/presentation/document'
import { rowLines } from '@shared/presentation/document/rows'
import { documentLines } from '@shared/presentation/document/text'
import type { ComparedField, Comparison, PresentedBlock } from '../../shared/contract/disclosure/presentation'
import { simulatedComponents, textOf } from '../support/components/simulated'
import { withoutTools } from '../support/journeys/records'
import { manyRecords } from '../support/presentation/manyRecords'

/** The shared components, compiled by Taro as native components and run by miniprogram-simulate. */
const { mount, tap } = simulatedComponents()

const RECORDS = 300
/** Rendering all of them, on a machine with much else to do. */
const RENDER_MS = 400_000
const A_PAGE = 30
/** Rows of a sheet that a phone shows at once. */
const AT_ONCE = 20

/** Every character of a record whose sheets show their first rows, charts left out. */
function firstRows(blocks: readonly PresentedBlock[]): string {
  const lines = documentLines(
    documentOf(blocks),
    sheet =>
    rowLines({ ...sheet, groups: sheet.groups.map(group => sheet.groups.length > 1 ? group : { ...group, rows: group.rows.slice(0, AT_ONCE) }) }), // prettier-ignore
  )
  return lines.join('').replace(/\s+/g, '')
}

test(
  'presented records show every character, in order, and nothing else',
  async () => {
    for (const blocks of manyRecords(RECORDS, A_PAGE)) {
      const component = await mount('presented', { blocks })
      const [charts, tools] = ['.block--chart', '.block .tools'].map(selector =>
        component.querySelectorAll(selector).map(textOf),
      )
      expect(withoutTools([textOf(component)], [...charts!, ...tools!])).toBe(firstRows(blocks))
    }
  },
  RENDER_MS,
)

const longTable = (rows: number): PresentedBlock => ({
  kind: 'table',
  id: 't',
  label: '发放明细',
  unit: '元',
  columns: [{ id: 'c', label: '姓名', align: 'left' }],
  rows: Array.from({ length: rows }, (_row, index) => ({ id: `r${index}`, cells: [`第${index}个`] })),
  totals: [],
})

test('a long sheet is turned page by page to the last row and back, with as many rows at once as before', async () => {
  const component = await mount('presented', { blocks: [longTable(45)] })
  const rows = () => component.querySelectorAll('.li').map(textOf)
  expect(rows()).toHaveLength(AT_ONCE)
  expect(textOf(component)).toContain('第1–20行，共45行')
  await tap(component, '.button')
  expect(rows()[0]).toBe('第20个')
  expect(rows()).toHaveLength(AT_ONCE)
  await tap(component, '.button', 1)
  expect(rows()).toEqual(Array.from({ length: 5 }, (_, at) => `第${40 + at}个`))
  expect(textOf(component)).not.toContain('往后')
  await tap(component, '.button', 1)
  expect(rows()[0]).toBe('第0个')
})

test('the largest amounts come first when asked for, each row naming its group', async () => {
  const table: PresentedBlock = {
    ...(longTable(0) as Extract<PresentedBlock, { kind: 'table' }>),
    columns: [
      { id: 'name', label: '姓名', align: 'left' },
      { id: 'group', label: '组别', align: 'left' },
      { id: 'amount', label: '金额', align: 'right', unit: '元' },
    ],
    rows: Array.from({ length: 12 }, (_, at) => ({ id: `r${at}`, cells: [`张${at}`, at < 6 ? '一组' : '二组', `${100 * (at + 1)}.00`] })), // prettier-ignore
    totals: [{ id: 'amount', label: '金额合计', value: '7,800.00', unit: '元' }],
  }
  const component = await mount('presented', { blocks: [table] })
  const texts = (selector: string) => component.querySelectorAll(selector).map(textOf)
  expect(texts('.grp')).toEqual(['一组共6行金额小计2,100.00元', '二组共6行金额小计5,700.00元'])
  expect(textOf(component)).toContain('逐行相加一致')
  await tap(component, '.chip', 1)
  expect(texts('.grp')).toEqual([])
  expect(texts('.li').slice(0, 2)).toEqual(['张111200.00元二组', '张101100.00元二组'])
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
  await tap(component, '.fold__head')
  expect(component.querySelectorAll('.compare__row').map(textOf)).toContain('要素1一致甲村：村1乙街道：村1')
  expect(rows).toEqual([
    '要素2!不一致甲村：村2乙街道：街2',
    '要素3!甲村未公开甲村：—乙街道：街3',
    '要素4!乙街道未公开甲村：村4乙街道：—',
  ])
})

test('what is equal on both sides is folded, and counted', async () => {
  const fields = Array.from({ length: 20 }, (_field, index) =>
    field(`${index}`, index === 7 ? 'differs' : 'same'),
  )
  const component = await mount('compare', {
    comparison: comparison(fields),
    village: '甲村',
    street: '乙街道',
  })
  expect(component.querySelectorAll('.compare__row').map(textOf)).toEqual([
    '要素7!不一致甲村：村7乙街道：街7',
  ])
  expect(textOf(component)).toContain('✓其余19处两边一样')
  await tap(component, '.fold__head')
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

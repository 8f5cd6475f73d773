import { documentOf, type PartOf } from '@shared/presentation/document'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { ownRows } from '../../../miniapp/src/pages/notice/own/ownRows'
import {
  entriesOf,
  mayBe,
  photosOf,
  windowOf,
} from '../../../miniapp/src/components/presented/sheet/sheetView'
import { stepsOf } from '../../../miniapp/src/components/presented/waterfallSteps'
import { differenceSentence, figureRows } from '../../../miniapp/src/pages/alongside/figures'

/** What the pages make of a record's sheets. */

type Table = Extract<PresentedBlock, { kind: 'table' }>

const accounts: Table = {
  kind: 'table',
  id: 'money',
  label: '收支明细',
  unit: '元',
  columns: [
    { id: 'date', label: '日期', align: 'left' },
    { id: 'item', label: '事项', align: 'left' },
    { id: 'income', label: '收入', align: 'right', unit: '元' },
    { id: 'expense', label: '支出', align: 'right', unit: '元' },
    { id: 'voucher', label: '凭证号', align: 'left' },
  ],
  rows: [
    { id: 'a', cells: ['10月5日', '办公用品购置', '—', '423.50', '001'] },
    { id: 'b', cells: ['10月8日', '上级拨付经费', '11,715.00', '—', '003'] },
    { id: 'c', cells: ['10月7日', '保洁员劳务费', '—', '6,333.80', '002'] },
  ],
  totals: [
    { id: 'opening', label: '期初余额', value: '446,323.22', unit: '元' },
    { id: 'income', label: '收入合计', value: '11,715.00', unit: '元' },
    { id: 'expense', label: '支出合计', value: '6,757.30', unit: '元' },
    { id: 'closing', label: '期末余额', value: '451,280.92', unit: '元' },
  ],
}
const bars = {
  kind: 'bars' as const,
  id: 'money-bars',
  label: '收支图',
  unit: '元',
  bars: [
    { id: 'income', label: '收入', text: '11,715.00', permille: 26 },
    { id: 'expense', label: '支出', text: '6,757.30', permille: 15 },
    { id: 'closing', label: '期末余额', text: '451,280.92', permille: 1000 },
  ],
}
const [chart, sheet] = documentOf([bars, accounts]) as [PartOf<'chart'>, PartOf<'sheet'>]
const idsOf = (words: string, byAmount = false) =>
  entriesOf(sheet, { words, byAmount }).map(({ row }) => row.id)

test('rows are found by any of their words and by amounts with and without thousands', () => {
  expect(idsOf('')).toEqual(['a', 'b', 'c'])
  expect(idsOf('保洁')).toEqual(['c'])
  expect(idsOf('6333.80')).toEqual(['c'])
  expect(idsOf('6,333.8')).toEqual(['c'])
  expect(idsOf(' 10月8日 ')).toEqual(['b'])
  expect(idsOf('没有')).toEqual([])
})

test('the largest amount comes first, whichever column it stands in', () => {
  expect(idsOf('', true)).toEqual(['b', 'c', 'a'])
})

test('the window of a position begins at a whole page', () => {
  expect([-1, 0, 19, 20, 41].map(at => windowOf(at, 20))).toEqual([0, 0, 0, 20, 40])
})

test('a row has the pictures that bear its day, matter and voucher, and no others', () => {
  const file = (name: string) => ({ id: name, name, size: '1 KB', sha256: 'a'.repeat(64) })
  const files = ['10月7日 保洁员劳务费（凭证 002）第 1 张.jpg', '10月7日 保洁员劳务费（凭证 002）第 2 张.jpg', '10月7日 保洁员劳务费补发（凭证 004）.jpg'].map(file) // prettier-ignore
  const row = sheet.groups[0]!.rows[2]!
  expect(photosOf(sheet, row, files)).toEqual(files.slice(0, 2))
  expect(photosOf(sheet, sheet.groups[0]!.rows[0]!, files)).toEqual([])
})

test('the money of a month is drawn as steps that end where the next begins, the axis cut at a round number', () => {
  const { steps, cut } = stepsOf(chart, sheet)!
  const [opening, income, expense, closing] = steps
  expect(steps.map(({ text }) => text)).toEqual(['446,323.22', '+11,715.00', '−6,757.30', '451,280.92'])
  expect(opening!.to).toBe(income!.from)
  expect(income!.to).toBe(expense!.to)
  expect(expense!.from).toBe(closing!.to)
  expect(income!.to).toBe(100)
  expect(cut).toBe('43万元')
})

test('figures that do not agree are not drawn as steps', () => {
  const wrong = { ...chart, bars: chart.bars.map(bar => bar.id === 'closing' ? { ...bar, text: '1.00' } : bar) } // prettier-ignore
  expect(stepsOf(wrong, sheet)).toBeNull()
  expect(stepsOf(chart, undefined)).toBeNull()
})

const list: Table = {
  kind: 'table',
  id: 'recipients',
  label: '名单',
  unit: '元',
  columns: ['name', 'group', 'scheme', 'standard', 'persons', 'amount'].map(id => ({ id, label: id, align: 'left' as const })), // prettier-ignore
  rows: [
    { id: '王*', cells: ['王*', '一组', '低保', '—', '2', '1,920.00'] },
    { id: '李*', cells: ['李*', '一组', '低保', '—', '1', '960.00'] },
    { id: '李*#2', cells: ['李*', '二组', '低保', '—', '1', '960.00'] },
  ],
  totals: [],
}

test('the own row is marked only if no other says the same', () => {
  const line = { scheme: '低保', standard: null, persons: 2, amount: '1,920.00' }
  expect(ownRows([list], [line])).toEqual(['王*'])
  expect(ownRows([list], [{ ...line, persons: 1, amount: '960.00' }])).toEqual([])
  expect(ownRows([accounts], [line])).toEqual([])
})

const field = (id: string, label: string, village: string | null, street: string | null) => ({
  id,
  block: '名单',
  label,
  village,
  street,
  status: village === street ? ('same' as const) : ('differs' as const),
})

test('figures that differ are told with their difference, the village’s less the street’s', () => {
  const fields = [
    field('r/total/households', '户数', '15户', '14户'),
    field('r/total/amount', '金额合计', '32,400.00元', '30,720.00元'),
    field('f/a', '标准', '620', '620'),
    field('f/b', '办法', '向街道提', '向村里提'),
  ]
  const rows = figureRows(fields)
  expect(rows.map(({ label, difference }) => [label, difference])).toEqual([
    ['户数', '+1户'],
    ['金额合计', '+1,680.00元'],
  ])
  expect(differenceSentence(rows, '柳湾村', '柳溪街道')).toBe('柳湾村比柳溪街道多 1户、1,680.00元。')
})

test('sums that differ both ways have no sentence', () => {
  const rows = figureRows([field('r/total/a', '收入', '1.00元', '2.00元'), field('r/total/b', '支出', '3.00元', '2.00元')]) // prettier-ignore
  expect(rows.map(({ difference }) => difference)).toEqual(['−1.00元', '+1.00元'])
  expect(differenceSentence(rows, '村', '街道')).toBeNull()
})

test.each([
  ['王*', '王桂兰', true],
  ['王*兰', '王桂兰', true],
  ['王**', '王桂兰', true],
  ['王*花', '王桂兰', false],
  ['李*', '王桂兰', false],
  ['王*', '王桂兰家的账', false],
  ['王桂兰', '王桂兰', false],
  ['办公*品', '办公用品购置', false],
  ['—', '王桂兰', false],
])('a covered name %s may be %s: %s', (covered, name, may) => {
  expect(mayBe(covered, name)).toBe(may)
})

test('a list is searched by the name in full, and only its own rows are found', () => {
  const columns: Table['columns'] = [
    { id: 'name', label: '姓名', align: 'left' },
    { id: 'amount', label: '金额', align: 'right', unit: '元' },
  ]
  const names = ['王*', '李*', '王*']
  const rows = names.map((name, at) => ({ id: `r${at}`, cells: [name, `${at + 1}00.00`] }))
  const list: PresentedBlock = { ...accounts, id: 'list', label: '名单', columns, rows, totals: [] }
  const [sheet] = documentOf([list]).filter(part => part.kind === 'sheet') as [PartOf<'sheet'>]
  const found = (words: string) => entriesOf(sheet, { words, byAmount: false }).map(({ row }) => row.id)
  expect(found('王桂兰')).toEqual(['r0', 'r2'])
  expect(found('陈桂兰')).toEqual([])
})

import fc from 'fast-check'
import { type PartOf, documentOf } from '@shared/presentation/document'
import { rowForm, rowLines } from '@shared/presentation/document/rows'
import { documentLines } from '@shared/presentation/document/text'
import { presentItem } from '@shared/presentation/presentItem'
import type { Presentation } from '@shared/presentation/version'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { LONG } from '../support/figures'
import { catalogueColumns, noticeContent } from '../support/arbitraries/notice'

const RUNS = { numRuns: LONG ? 2_000 : 300 }
const versions = fc.constantFrom<Presentation>(1, 2)
const NONE = '—'

type Table = Extract<PresentedBlock, { kind: 'table' }>
const withoutUnit = (text: string): string => text.replace(/(\d)亩$/, '$1')

/** Everything a table states, cell by cell; what every row states alike counts once. */
const statedBy = ({ rows }: Table): string[] =>
  rows.flatMap(({ cells }) => cells.filter(cell => cell !== NONE && cell !== '').map(withoutUnit))

function shownBy(sheet: PartOf<'sheet'>): string[] {
  return sheet.groups.flatMap(({ label, rows }) =>
    rows.flatMap(({ cells }) => [
      ...cells.filter(cell => cell !== null),
      ...sheet.caption.flatMap(said => /都是(.*)$/s.exec(said)?.[1] ?? []).map(withoutUnit),
      ...(label === null ? [] : [label]),
    ]),
  )
}

const tablesIn = (blocks: readonly PresentedBlock[]) => blocks.filter(block => block.kind === 'table')
const sheetsIn = (blocks: readonly PresentedBlock[]) =>
  documentOf(blocks).filter(part => part.kind === 'sheet')

test('a sheet shows every row in order and everything its rows state, in either version', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, versions, (item, content, version) => {
      const { blocks } = presentItem(item, content, version)
      const sheets = sheetsIn(blocks)
      tablesIn(blocks).forEach((table, at) => {
        const sheet = sheets[at]!
        expect(sheet.groups.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(
          table.rows.map(({ id }) => id),
        )
        expect(sheet.count).toBe(table.rows.length)
        expect(shownBy(sheet).toSorted()).toEqual(statedBy(table).toSorted())
        expect(sheet.totals.map(({ label }) => label)).toEqual(table.totals.map(({ label }) => label))
        expect(sheet.columns.filter(({ role }) => role === 'lead').length).toBe(1)
      })
    }),
    RUNS,
  )
})

test('records that agree with themselves are proven, and any changed figure is not', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, versions, fc.nat(), (item, content, version, pick) => {
      const { blocks } = presentItem(item, content, version)
      for (const table of tablesIn(blocks)) {
        const [sheet] = sheetsIn([table])
        expect(sheet!.proof?.agrees ?? true).toBe(true)
        const total = table.totals[pick % Math.max(1, table.totals.length)]
        if (!total || !sheet!.proof || total.id === 'households') continue
        const totals = table.totals.map(one => one === total ? { ...one, value: one.value.replace(/\d/, digit => String((Number(digit) + 1) % 10)) } : one) // prettier-ignore
        expect(sheetsIn([{ ...table, totals }])[0]!.proof).toMatchObject({ agrees: false })
      }
    }),
    RUNS,
  )
})

test('the words of a record are the same in both versions, units included', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, (item, content) => {
      const [former, current] = ([1, 2] as const).map(version =>
        documentLines(documentOf(tablesIn(presentItem(item, content, version).blocks))),
      )
      expect(former).toEqual(current)
    }),
    RUNS,
  )
})

test('subtotals of a sorted list add up to its totals', () => {
  const rows = ['一组', '一组', '二组'].map((group, at) => ({ id: String(at), cells: ['张*', group, '高龄津贴', '2', '1,200.50'] })) // prettier-ignore
  const columns = [
    { id: 'name', label: '姓名', align: 'left' as const },
    { id: 'group', label: '组别', align: 'left' as const },
    { id: 'scheme', label: '项目', align: 'left' as const },
    { id: 'persons', label: '人数', align: 'right' as const, unit: '人' },
    { id: 'amount', label: '金额', align: 'right' as const, unit: '元' },
  ]
  const totals = [{ id: 'amount', label: '金额合计', value: '3,601.50', unit: '元' }]
  const table: PresentedBlock = {
    kind: 'table',
    id: 't',
    label: '发放明细',
    unit: '元',
    columns,
    rows,
    totals,
  }
  const sheet = sheetsIn([table])[0]!
  expect(sheet.caption).toEqual(['项目都是高龄津贴'])
  expect(sheet.groups.map(({ label, subtotals }) => [label, subtotals.map(({ text }) => text)])).toEqual([
    ['一组', ['2,401.00元']],
    ['二组', ['1,200.50元']],
  ])
  expect(documentLines([sheet])).toEqual([
    '发放明细', '项目都是高龄津贴', '姓名', '人数（人）', '金额（元）',
    '一组', '张*', '2', '1,200.50', '张*', '2', '1,200.50', '金额小计', '2,401.00元',
    '二组', '张*', '2', '1,200.50', '金额小计', '1,200.50元',
    '金额合计', '3,601.50元', '逐行相加一致',
  ]) // prettier-ignore
})

test('set row by row, a sheet says everything that its table says, each figure with its name or its unit', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, versions, (item, content, version) => {
      for (const sheet of sheetsIn(presentItem(item, content, version).blocks)) {
        const { piecesOf } = rowForm(sheet)
        const lines = rowLines(sheet)
        for (const row of sheet.groups.flatMap(({ rows }) => rows)) {
          const pieces = piecesOf(row)
          const said = sheet.columns.flatMap((_column, at) => row.cells[at] ?? [])
          expect(pieces.map(({ text }) => text.replace(/(?<=\d)(元|人|户|亩)$/, ''))).toEqual(
            said.map(text => text.replace(/(?<=\d)(元|人|户|亩)$/, '')),
          )
          expect(pieces.filter(({ place }) => place === 'amount').length).toBeLessThanOrEqual(1)
          for (const { place, label, text } of pieces) {
            if (place === 'figure') expect(label).not.toBeNull()
            expect(lines).toContain(text)
          }
        }
      }
    }),
    RUNS,
  )
})

import { fromTable } from '../../../miniapp/src/packages/staff/draft/fromTable'
import { emptyRecipient } from '../../../miniapp/src/packages/staff/draft/toDraft'
import type { DraftOf } from '../../../miniapp/src/packages/staff/draft/types'
import type { TableImport } from '../../../shared/contract/disclosure/tableImport'

const block: DraftOf<'recipients'> = {
  type: 'recipients',
  label: '发放明细',
  rows: [{ ...emptyRecipient(), name: '旧*' }],
  totalPersons: '1',
  totalFen: '1.00',
}

const read = (rows: [number, string][], rest: Partial<TableImport> = {}): TableImport => ({
  table: 'recipients',
  mended: false,
  rows: rows.map(([row, amountFen]) => ({ row, values: { name: '张*', scheme: '低保', amountFen } })),
  faults: [],
  moreFaults: 0,
  stated: { totalFen: '5.00' },
  statedFaults: [{ field: 'totalFen', message: '不一致' }],
  personal: [],
  unknown: [],
  notes: [],
  wrongRows: null,
  ...rest,
})

const amounts = ({ rows }: DraftOf<'recipients'>) => rows.map(({ sourceRow, amountFen }) => [sourceRow, amountFen]) // prettier-ignore

it('a whole file takes the place of all rows; the same file again changes nothing', () => {
  const file = read([[3, '2.00'], [4, '叁百多']], { faults: [{ index: 1, field: 'amountFen', message: '看不出' }] }) // prettier-ignore
  const once = fromTable(block, file, 'blocks.1')
  const twice = fromTable(once.block, file, 'blocks.1')
  expect(amounts(once.block as DraftOf<'recipients'>)).toEqual([
    [3, '2.00'],
    [4, '叁百多'],
  ])
  expect(twice).toEqual(once)
  expect(once.block).toMatchObject({ totalFen: '5.00', totalPersons: '1' })
  expect(once.faults).toEqual([
    { field: 'blocks.1.totalFen', message: '不一致' },
    { field: 'blocks.1.rows.1.amountFen', message: '看不出' },
  ])
})

it('mended rows go back to their place, twice to the same one; others stay', () => {
  const whole = fromTable(block, read([[3, '2.00'], [4, '叁百多']]), 'blocks.1').block // prettier-ignore
  const mended = read([[4, '3.00'], [9, '7.00']], { mended: true, stated: {}, statedFaults: [] }) // prettier-ignore
  const once = fromTable(whole, mended, 'blocks.1')
  expect(amounts(once.block as DraftOf<'recipients'>)).toEqual([
    [3, '2.00'],
    [4, '3.00'],
    [9, '7.00'],
  ])
  expect(fromTable(once.block, mended, 'blocks.1')).toEqual(once)
})

import ExcelJS from 'exceljs'
import { sheetForm } from '@shared/facts/disclosure/sheets'
import { agreementIssues } from '@shared/content/statement'
import type { TableContext } from '../../../../server/domain/tableImport'
import { readTableFile, writeTemplate } from '../../../../server/documents/table'
import { fromTable } from '../../../../miniapp/src/packages/staff/draft/fromTable'
import { sheetDraft } from '../../../../miniapp/src/packages/staff/draft/sheets'
import { toContent } from '../../../../miniapp/src/packages/staff/draft/toContent'

const CONTEXT: TableContext = { table: 'leases', today: '2026-11-26', period: '2026Q3', defaults: {}, carriedFen: null } // prettier-ignore

const book = async (rows: unknown[][]): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('一').addRows(rows)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
const read = (bytes: Buffer, table: TableContext['table']) =>
  readTableFile({ name: '表.xlsx', bytes }, { ...CONTEXT, table })

const built = (table: 'leases' | 'balance-sheet', given: Awaited<ReturnType<typeof read>>) => {
  const empty = sheetDraft({ type: 'sheet', sheet: table, label: sheetForm(table).name, rows: [] })
  const { block, faults } = fromTable(empty, given, 'blocks.0')
  const draft = {
    title: '台账',
    period: '2026Q3',
    regards: '',
    nothing: false,
    nothingNote: '',
    blocks: [block],
  }
  return { ...toContent(draft), told: faults }
}

test('a village’s own book of leases: its headers, names masked, wrong total told, the wrong cell told', async () => {
  const given = await read(
    await book([
      ['东一村2026年三季度合同台账'],
      [
        '序号',
        '合同标的',
        '承租人',
        '年租金',
        '交租日期',
        '上期欠租',
        '应收租金',
        '实收',
        '欠租',
        '联系电话',
      ],
      [1, '村东鱼塘', '王建国', '9000', '2026/9/30', 0, '9,000.00元', '0.4万', '5000', '13800138000'],
      [2, '门面房三间', '县城某某商贸有限公司', 12000, '2026.7.1', 0, 12000, 12000, '无', ''],
      ['合计', '', '', 21000, '', 0, 21000, 16000, 5001, ''],
    ]),
    'leases',
  )
  expect(given.personal.map(({ header }) => header)).toEqual(['联系电话'])
  expect(given.rows[0]!.values).toMatchObject({ thing: '村东鱼塘', party: '王*', dueOn: '2026-09-30', paidFen: '4,000.00', owedFen: '5,000.00' }) // prettier-ignore
  expect(given.notes.join()).toContain('1 个姓名已按规定只留姓')
  expect(given.faults.map(({ message }) => message)).toEqual(['第 4 行 I 列“欠租”：“无”看不出是多少钱，请写成 1234.50 这样。']) // prettier-ignore
  expect(given.statedFaults[0]!.message).toContain('期末欠租（元）合计是 5,001.00 元')
})

const SIDES = [
  ['资产负债表'],
  ['编制单位：东一村股份经济合作社', null, null, null, '2026年9月30日', null, null, '单位：元'],
  ['资产', '行次', '期末余额', '年初余额', '负债和所有者权益', '行次', '期末余额', '年初余额'],
  ['流动资产：', null, null, null, '流动负债：'],
  ['  货币资金', 1, '120,000.00', 100000, '  应付款项', 30, 20000, 15000],
  ['  应收款项', 3, 5000, '-', '  流动负债合计', 35, 20000, 15000],
  ['  流动资产合计', 9, 125000, 100000, '所有者权益：'],
  ['固定资产：', null, null, null, '  资本', 44, '30万', '30万'],
  ['  固定资产原值', 12, 300000, 300000, '  公积公益金', 45, 50000, 50000],
  ['  减：累计折旧', 13, 45000, 30000, '  未分配收益', 46, 10000, 5000],
  ['  农业资产合计', 14, 7, 7, '  所有者权益合计', 47, 360000, 355000],
  ['资产总计', 28, 380000, 370000, '负债和所有者权益总计', 48, 380000, 370000],
]

test('a balance sheet as it is printed, two sides beside each other: every amount to its line, sums completed', async () => {
  const given = await read(await book(SIDES), 'balance-sheet')
  expect([given.faults, given.unknown]).toEqual([[], []])
  expect(given.notes[0]).toBe('第 11 行“农业资产合计”不是这张表现行的项目，没有导入，请核对。')
  const { content, faults } = built('balance-sheet', given)
  expect(faults).toEqual([])
  const [block] = content.blocks
  const amount = (line: string) => block?.type === 'sheet' && block.rows.find(row => row.line === line)
  expect(amount('fixed-net')).toEqual({ line: 'fixed-net', nowFen: 255_000_00, beforeFen: 270_000_00 })
  expect(amount('capital')).toMatchObject({ nowFen: 300_000_00 })
  expect(amount('both-total')).toMatchObject({ nowFen: 380_000_00, beforeFen: 370_000_00 })
  expect(agreementIssues(content.blocks, content.period)).toEqual([])
})

test('templates read back: a register with last period’s rows in it, a statement with every line', async () => {
  const lease = [
    '鱼塘',
    '张*',
    '',
    '2024-01-01',
    '2028-12-31',
    '9,000.00',
    '2026-09-30',
    '5,000.00',
    '0.00',
    '0.00',
    '5,000.00',
  ]
  const template = { title: '台账', choices: {}, stated: {} }
  const register = await read(await writeTemplate({ ...template, table: 'leases', rows: [lease] }), 'leases')
  expect([register.faults, register.rows.map(({ values }) => [values.thing, values.owedFen])]).toEqual([
    [],
    [['鱼塘', '5,000.00']],
  ])
  const form = sheetForm('balance-sheet')
  const lines = form.kind === 'statement' ? form.lines : []
  const rows = lines.map(({ name }) => [name, '', '1.00'])
  const statement = await read(
    await writeTemplate({ ...template, table: 'balance-sheet', rows }),
    'balance-sheet',
  )
  expect(statement.rows.map(({ values }) => values)).toEqual(
    lines.map(({ code }) => ({ line: code, beforeFen: '1.00' })),
  )
  expect(statement.notes).toEqual([])
})

test('a sheet that is no statement is refused with the columns it lacks', async () => {
  await expect(
    read(
      await book([
        ['姓名', '金额'],
        ['王*', 3],
      ]),
      'balance-sheet',
    ),
  ).rejects.toThrow('至少要有“项目”“期末余额（元）”“年初余额（元）”')
})

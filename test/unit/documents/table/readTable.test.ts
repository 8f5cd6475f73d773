import { readFileSync } from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { readTableFile, writeTemplate } from '../../../../server/documents/table'
import type { TableContext } from '../../../../server/domain/tableImport'

const MONEY: TableContext = { table: 'money', today: '2026-11-26', period: '2026-03', defaults: {}, carriedFen: 100_000 } // prettier-ignore
const LIST: TableContext = { ...MONEY, table: 'recipients', defaults: { persons: '1', scheme: '高龄津贴' }, carriedFen: null } // prettier-ignore
const ID = '11010519491231002X'

const book = async (
  fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('一'), workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
const read = (bytes: Buffer, context: TableContext) => readTableFile({ name: '表.xlsx', bytes }, context)
const csv = (text: string, context: TableContext) => readTableFile({ name: '表.csv', bytes: Buffer.from(text) }, context) // prettier-ignore
const fails = (bytes: Buffer, context = LIST) => read(bytes, context).catch((error: Error) => error.message)

test('an account book: two amount columns, carried balance, dates of all kinds, totals that agree', async () => {
  const bytes = await book(sheet => {
    sheet.addRows([
      ['东一村2026年3月现金账'],
      ['日期', '凭证号', '摘要', '收入', '支出', '余额'],
      ['', '', '上月结转', '', '', 1000],
      [46086, 1, '光伏收益', '1,234.50元', '', ''],
      ['二〇二六年三月六日', 2, '垃圾清运', '-', '0.35万', ''],
      ['本月合计', '', '', 1234.5, 3500, ''],
      ['', '', '期末余额：-1,265.50元', '', '', ''],
      ['填表人：李会计'],
    ])
    sheet.mergeCells('A1:F1')
  })
  const { rows, faults, stated, statedFaults, notes } = await read(bytes, MONEY)
  expect([faults, statedFaults]).toEqual([[], []])
  expect(rows.map(({ row, values }) => [row, values.date, values.direction, values.amountFen])).toEqual([
    [4, '2026-03-05', 'income', '1,234.50'],
    [5, '2026-03-06', 'expense', '3,500.00'],
  ])
  expect(stated).toEqual({ openingFen: '1,000.00', closingFen: '-1,265.50' })
  expect(notes.join()).toContain('第 8 行像是说明文字')
})

test('a list with merged headers: personal columns dropped and said, names masked, wrong total told', async () => {
  const bytes = await book(sheet => {
    sheet.addRows([
      ['序号', '户主姓名', '身份证号码', '组别', '补贴', null, '一卡通账号', '备注'],
      [null, null, null, null, '标准', '金额(元)'],
      [1, '王建国', ID, '一组', '每月50元', 150, '6222021234567890123', ''],
      [2, '李秀英', ID, '一组', '每月50元', '壹佰多', '6222021234567890124', ''],
      [3, `张三${ID}`, ID, '二组', '每月50元', '3.5万', '', ''],
      ['合计', '', '', '', '', 35150.01, '', ''],
    ])
    for (const column of ['A', 'B', 'C', 'D', 'G', 'H']) sheet.mergeCells(`${column}1:${column}2`)
    sheet.mergeCells('E1:F1')
  })
  const given = await read(bytes, LIST)
  expect(given.personal.map(({ letter, header }) => [letter, header])).toEqual([
    ['C', '身份证号码'],
    ['G', '一卡通账号'],
  ])
  expect(given.unknown).toEqual([{ letter: 'H', header: '备注' }])
  expect(JSON.stringify({ ...given, wrongRows: null })).not.toMatch(/11010519|6222021|王建国|李秀英/)
  expect(given.faults).toEqual([
    { index: 1, field: 'amountFen', message: '第 4 行 F 列“金额(元)”：“壹佰多”看不出是多少钱，请写成 1234.50 这样。' }, // prettier-ignore
    {
      index: 2,
      field: 'name',
      message: '第 5 行 B 列“户主姓名”：里面有身份证号，没有导入这一格，请重新填写。',
    },
  ])
  expect(given.rows[1]!.values).toMatchObject({ name: '李*', scheme: '高龄津贴', persons: '1', amountFen: '壹佰多' }) // prettier-ignore
  expect(given.statedFaults[0]!.message).toContain('不含看不出金额的 1 行')
})

test('the wrong rows come back with their reason, and once mended go where they came from', async () => {
  const { wrongRows } = await csv('姓名,金额\n王*,100\n李*,一百五\n赵*,=cmd|1', LIST)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(wrongRows!.base64, 'base64') as unknown as ExcelJS.Buffer)
  const sheet = workbook.worksheets[0]!
  expect(sheet.getRow(2).getCell(1).text).toBe('3')
  expect(sheet.getRow(2).getCell(8).text).toContain('看不出是多少钱')
  expect(sheet.getRow(3).getCell(7).text).toBe("'=cmd|1")
  sheet.getRow(2).getCell(7).value = 150
  const mended = await read(Buffer.from(await workbook.xlsx.writeBuffer()), LIST)
  expect([mended.mended, mended.stated]).toEqual([true, {}])
  expect(mended.rows.map(({ row, values }) => [row, values.amountFen])).toEqual([
    [3, '150.00'],
    [4, '=cmd|1'],
  ])
})

test('hidden rows and columns are not taken, a merged amount is not counted twice; both are said', async () => {
  const bytes = await book(sheet => {
    sheet.addRows([
      ['姓名', '金额', '村民小组'],
      ['王*', 300, '一组'],
      ['王*', null, '一组'],
      ['赵*', 5, '一组'],
    ])
    sheet.mergeCells('B2:B3')
    sheet.getRow(4).hidden = true
    sheet.getColumn(3).hidden = true
  })
  const { rows, faults, notes } = await read(bytes, LIST)
  expect(rows.map(({ values }) => [values.name, values.amountFen, values.group])).toEqual([
    ['王*', '300.00', undefined],
    ['王*', '', undefined],
  ])
  expect(faults[0]!.message).toContain('是合并单元格')
  expect(notes.join()).toMatch(/第 4 行是隐藏的.*隐藏的列没有导入/)
})

describe('files that LibreOffice saved', () => {
  const saved = (name: string, context: TableContext) =>
    read(readFileSync(path.resolve(__dirname, `../../../fixtures/tables/libreoffice-${name}.xlsx`)), context)

  test('a cash book: Chinese dates, 元 in the number format, balances that are formulas', async () => {
    const { rows, faults, stated, statedFaults } = await saved('account', MONEY)
    expect([faults, statedFaults]).toEqual([[], []])
    expect(rows.map(({ values: { date, direction, amountFen } }) => [date, direction, amountFen])).toEqual([
      ['2026-03-05', 'income', '1,234.50'],
      ['2026-03-06', 'expense', '3,500.00'],
      ['2026-03-20', 'income', '20,000.00'],
    ])
    expect(stated).toEqual({ openingFen: '1,000.00', closingFen: '18,734.50' })
  })

  test('a list by way of ods: merged head of two rows, hidden row and column, a total that is a formula', async () => {
    const { rows, faults, statedFaults, stated, notes } = await saved('recipients', LIST)
    expect([faults, statedFaults]).toEqual([[], []])
    expect(rows.map(({ row, values: { name, amountFen } }) => [row, name, amountFen])).toEqual([
      [4, '王*', '150.00'],
      [5, '李*', '150.00'],
      [7, '钱*', '300.00'],
    ])
    expect(stated['totalFen']).toBe('600.00')
    expect(notes.join()).toMatch(/第 6 行是隐藏的.*隐藏的列没有导入/)
  })

  test('our own template, filled in', async () => {
    const { rows, faults } = await saved('template', LIST)
    expect(faults).toEqual([])
    expect(
      rows.map(({ row, values: { name, persons, amountFen } }) => [row, name, persons, amountFen]),
    ).toEqual([
      [5, '孙*', '1', '150.00'],
      [6, '周*', '2', '35,000.00'],
    ])
  })
})

test('both sides filled, none filled, a negative amount, a month without its day: each in its row', async () => {
  const { faults } = await csv(
    '日期,事项,收入,支出\n2026-03-01,甲,1,2\n2026-03-01,乙,,\n2026-03,丙,-5,',
    MONEY,
  )
  expect(faults.map(({ index, field }) => [index, field])).toEqual([
    [0, 'amountFen'],
    [1, 'amountFen'],
    [2, 'date'],
    [2, 'amountFen'],
  ])
})

test('what cannot be read is refused in plain words', async () => {
  const many = await csv(`姓名,金额\n${'王*,1\n'.repeat(5_001)}`, LIST).catch((error: Error) => error.message)
  const far = await csv(`姓名,金额\n${'王*,1\n'.repeat(100_000)}`, LIST).catch(
    (error: Error) => error.message,
  )
  const locked = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]) // prettier-ignore
  const cut = (await book(sheet => sheet.addRows([['姓名', '金额']]))).subarray(0, 900)
  expect([many, far, await fails(locked), await fails(cut), await fails(Buffer.alloc(0))]).toEqual([
    '表里有 5001 行，一条公示最多 5000 行，请按小组或批次分成几条公示',
    expect.stringContaining('表格太大（超过 50000 行）'),
    '文件设了密码，请去掉密码后再上传',
    expect.stringMatching(/损坏|不完整|读不/),
    '文件是空的（0 字节）',
  ])
  expect(await fails(await book(sheet => sheet.addRows([['甲', '乙']])))).toContain('没有找到表头')
})

test.each(['money', 'recipients'] as const)('the template for %s: filled in, it reads back', async table => {
  const bytes = await writeTemplate({ table, title: '东一村表', choices: { group: ['一组', '二组'] }, stated: { openingFen: '1,000.00' }, rows: [] }) // prettier-ignore
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  const sheet = workbook.worksheets[0]!
  expect(await fails(bytes, { ...LIST, table })).toBe('找到了表头，但表里没有内容')
  expect([sheet.getCell('A3').protection?.locked ?? true, sheet.getCell('A6').protection.locked]).toEqual([true, false]) // prettier-ignore
  expect(sheet.getCell('B6').dataValidation.formulae).toEqual([
    table === 'money' ? '"收入,支出"' : '"一组,二组"',
  ])
  sheet.getRow(5).values = table === 'money' ? ['2026/3/9', '收入', '租金', '5,000'] : ['王*', '一组', '高龄津贴', '', '2', '300'] // prettier-ignore
  const given = await read(Buffer.from(await workbook.xlsx.writeBuffer()), { ...MONEY, table })
  expect([given.rows.length, given.faults, given.statedFaults, given.unknown]).toEqual([1, [], [], []])
})

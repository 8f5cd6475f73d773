import ExcelJS from 'exceljs'
import { parseCatalogueFile } from '../../../../server/documents/catalogue'

const HEAD = ['序号', '公开事项', '公开内容', '公开时限', '公开主体', '公开渠道', '公开层级']
const row = (no: ExcelJS.CellValue, item: string): ExcelJS.CellValue[] => [
  no,
  item,
  '名单',
  '及时公开',
  '民政局',
  '■政府网站',
  '县级',
]

const bytesOf = async (fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

it('reads hidden rows, columns and sheets and tells of them', async () => {
  const bytes = await bytesOf(workbook => {
    const sheet = workbook.addWorksheet('社会救助')
    sheet.addRows([HEAD, row(1, '低保'), row(2, '特困')])
    sheet.getRow(3).hidden = true
    sheet.getColumn(4).hidden = true
    const hidden = workbook.addWorksheet('养老服务', { state: 'hidden' })
    hidden.addRows([HEAD, row(1, '高龄津贴')])
  })
  const { areas, rows, warnings } = await parseCatalogueFile({ file: 'a.xlsx', bytes })
  expect(areas).toEqual(['社会救助', '养老服务'])
  expect(rows.map(({ sheet, row: number, path }) => [sheet, number, ...path])).toEqual([
    ['社会救助', 2, '低保'],
    ['社会救助', 3, '特困'],
    ['养老服务', 2, '高龄津贴'],
  ])
  expect(warnings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'hidden-row', row: 3, sheet: '社会救助' }),
      expect.objectContaining({ code: 'hidden-column' }),
      expect.objectContaining({ code: 'hidden-sheet', sheet: '养老服务' }),
    ]),
  )
})

it('reads one sheet by name and names the sheets when there is none', async () => {
  const bytes = await bytesOf(workbook => {
    workbook.addWorksheet('一').addRows([HEAD, row(1, '低保')])
    workbook.addWorksheet('二').addRows([HEAD, row(1, '特困')])
  })
  const { rows } = await parseCatalogueFile({ file: 'a.xlsx', bytes, sheet: '二' })
  expect(rows.map(({ path }) => path)).toEqual([['特困']])
  await expect(parseCatalogueFile({ file: 'a.xlsx', bytes, sheet: '三' })).rejects.toMatchObject({
    code: 'sheet-not-found',
    details: [{ field: '一' }, { field: '二' }],
  })
})

it('leaves out contents lists, notes and areas not involved', async () => {
  const bytes = await bytesOf(workbook => {
    workbook.addWorksheet('目录').addRows([
      ['序号', '目录名称', '页码'],
      [1, '社会救助', 2],
    ])
    workbook.addWorksheet('填表说明').addRows([['填表说明'], ['1.公开事项按权责清单填写']])
    workbook.addWorksheet('不涉及').addRows([
      ['序号', '领域', '不涉及原因'],
      [1, '税收管理', '无此职能'],
    ])
    workbook.addWorksheet('社会救助').addRows([HEAD, row(1, '低保')])
  })
  const { rows } = await parseCatalogueFile({ file: 'a.xlsx', bytes })
  expect(rows.map(({ sheet }) => sheet)).toEqual(['社会救助'])
})

it('shows numbers as the sheet does', async () => {
  const bytes = await bytesOf(workbook => {
    const sheet = workbook.addWorksheet('表')
    sheet.addRows([
      HEAD,
      row(505, '一'),
      row(1.2, '二'),
      row(1.1, '三'),
      row({ formula: 'A3+1', result: 2.2 }, '四'),
    ])
    sheet.getCell('A2').numFmt = '0000'
    sheet.getCell('A4').numFmt = '0.00'
  })
  const { rows } = await parseCatalogueFile({ file: 'a.xlsx', bytes })
  expect(rows.map(({ displayNo }) => displayNo)).toEqual(['0505', '1.2', '1.10', '2.2'])
})

it('reads two different tables on one sheet and area titles between rows', async () => {
  const bytes = await bytesOf(workbook => {
    const sheet = workbook.addWorksheet('表')
    sheet.addRows([HEAD, ['一、社会救助领域'], row(1, '低保'), ['二、养老服务领域'], row(2, '高龄津贴'), []])
    sheet.mergeCells('A2:G2')
    sheet.mergeCells('A4:G4')
    sheet.addRows([
      ['序号', '一级事项', '二级事项', '公开时限', '公开主体', '公开渠道'],
      [1, '村级财务', '收支', '每月10日前', '村民委员会', '公开栏'],
    ])
  })
  const { areas, rows } = await parseCatalogueFile({ file: 'a.xlsx', bytes })
  expect(areas).toEqual(['社会救助', '养老服务'])
  expect(rows.map(({ path, deadline }) => [...path, deadline])).toEqual([
    ['低保', '及时公开'],
    ['高龄津贴', '及时公开'],
    ['村级财务', '收支', '每月10日前'],
  ])
})

it('reads 5,000 rows in less than 5 seconds of computing', async () => {
  const bytes = await bytesOf(workbook => {
    const sheet = workbook.addWorksheet('表')
    sheet.addRow(HEAD)
    for (let index = 1; index <= 5_000; index++) sheet.addRow(row(index, `事项${index}`))
  })
  const started = process.cpuUsage()
  const { rows } = await parseCatalogueFile({ file: 'a.xlsx', bytes })
  expect(rows).toHaveLength(5_000)
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5)
})

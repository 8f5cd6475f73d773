import ExcelJS from 'exceljs'

export interface BookLine {
  date: string
  item: string
  incomeFen?: number
  expenseFen?: number
  voucher: string
}

export interface AccountBook {
  title: string
  openingFen: number
  lines: readonly BookLine[]
}

const sumOf = (lines: readonly BookLine[], side: 'incomeFen' | 'expenseFen'): number =>
  lines.reduce((sum, line) => sum + (line[side] ?? 0), 0)

export const closingOf = ({ openingFen, lines }: Pick<AccountBook, 'openingFen' | 'lines'>): number =>
  openingFen + sumOf(lines, 'incomeFen') - sumOf(lines, 'expenseFen')

/** A workbook of one sheet with these cells, numbers as numbers. */
export async function bookOf(
  rows: readonly (readonly unknown[])[],
  { merges = [] }: { merges?: readonly string[] } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('账')
  sheet.addRows(rows.map(row => [...row]))
  for (const range of merges) sheet.mergeCells(range)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A month as a village's accountant keeps it: title, unit, 上月结余, two amount columns with a running balance, 合计, signatures. */
export function accountBook({ title, openingFen, lines }: AccountBook): Promise<Uint8Array<ArrayBuffer>> {
  const yuan = (fen: number | undefined) => (fen === undefined ? '' : fen / 100)
  let balance = openingFen
  const rows = lines.map(({ date, item, incomeFen, expenseFen, voucher }) => {
    balance += (incomeFen ?? 0) - (expenseFen ?? 0)
    return [date, voucher, item, yuan(incomeFen), yuan(expenseFen), yuan(balance)]
  })
  return bookOf(
    [
      [title],
      ['单位：东一村股份经济合作社', '', '', '', '', '单位：元'],
      ['日期', '凭证号', '摘要', '收入', '支出', '余额'],
      ['', '', '上月结余', '', '', yuan(openingFen)],
      ...rows,
      ['合计', '', '', yuan(sumOf(lines, 'incomeFen')), yuan(sumOf(lines, 'expenseFen')), yuan(balance)],
      ['村委会主任：张三 会计：李四 民主理财小组组长：王五'],
    ],
    { merges: ['A1:F1'] },
  )
}

import ExcelJS from 'exceljs'
import type { TestServer } from '../api/testServer'

/** A cell as text: a day as 2026年3月5日, a formula as its result. */
function textOf(value: unknown): string {
  if (value instanceof Date) {
    return `${value.getUTCFullYear()}年${value.getUTCMonth() + 1}月${value.getUTCDate()}日`
  }
  // The library leaves out a result of zero.
  if (typeof value === 'object' && value !== null && 'formula' in value) {
    return String(('result' in value ? value.result : undefined) ?? 0)
  }
  return value == null ? '' : String(value)
}

/** The cells of a workbook's first sheet, row by row, as text. */
export async function cellsOf(bytes: ArrayBuffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes)
  const rows: string[][] = []
  book.worksheets[0]!.eachRow({ includeEmpty: true }, row => {
    const cells = Array.isArray(row.values) ? row.values.slice(1) : []
    rows.push(Array.from(cells, textOf))
  })
  return rows
}

/** The same of a workbook that the server gives. */
export async function readCells({ url }: TestServer, path: string, token: string): Promise<string[][]> {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return cellsOf(await answer.arrayBuffer())
}

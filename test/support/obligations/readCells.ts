import ExcelJS from 'exceljs'
import type { TestServer } from '../api/testServer'

/** The cells of a workbook's first sheet, row by row, as text. */
export async function cellsOf(bytes: ArrayBuffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes)
  const rows: string[][] = []
  book.worksheets[0]!.eachRow({ includeEmpty: true }, row => {
    const cells = Array.isArray(row.values) ? row.values.slice(1) : []
    rows.push(Array.from(cells, cell => (cell == null ? '' : String(cell))))
  })
  return rows
}

/** The same of a workbook that the server gives. */
export async function readCells({ url }: TestServer, path: string, token: string): Promise<string[][]> {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return cellsOf(await answer.arrayBuffer())
}

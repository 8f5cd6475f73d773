import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import { writeCsv } from '@server/documents/xlsx/writeCsv'
import { writeXlsx } from '@server/documents/xlsx/writeXlsx'
import type { Download } from '@server/platform/download'

interface Named {
  /** Name of the file. */
  name: string
  /** Name of the one sheet in a workbook. */
  sheet: string
}

/** Rows as a file to be saved. */
export async function tableFile(
  format: 'csv' | 'xlsx',
  { name, sheet }: Named,
  rows: string[][],
): Promise<Download> {
  const content = format === 'csv' ? writeCsv(rows) : await writeXlsx(sheet, rows)
  return {
    name,
    mime: ATTACHMENTS.kinds[format].mime,
    bytes: content.length,
    sha256: null,
    content: [content],
  }
}

/** Rows as a workbook to be saved. */
export const workbook = (name: string, rows: string[][]): Promise<Download> =>
  tableFile('xlsx', { name: `${name}.xlsx`, sheet: name }, rows)

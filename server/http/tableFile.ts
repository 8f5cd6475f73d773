import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import type { Rows } from '@server/documents/xlsx/cells'
import { writeCsv } from '@server/documents/xlsx/writeCsv'
import { writeXlsx } from '@server/documents/xlsx/writeXlsx'
import type { Download } from '@server/platform/download'

interface Named {
  name: string
  /** Name of the workbook's only sheet. */
  sheet: string
}

/** Creates a download of the rows. */
export async function tableFile(
  format: 'csv' | 'xlsx',
  { name, sheet }: Named,
  rows: Rows,
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

/** Creates a download of the rows as a workbook. */
export const workbook = (name: string, rows: Rows): Promise<Download> =>
  tableFile('xlsx', { name: `${name}.xlsx`, sheet: name }, rows)

import { ATTACHMENTS } from '@shared/data/attachments'
import { writeXlsx } from '../../documents/sheet/writeXlsx'
import type { Download } from '../define'

/** Rows as a workbook to be saved. */
export async function workbook(name: string, rows: string[][]): Promise<Download> {
  const content = await writeXlsx(name, rows)
  return {
    name: `${name}.xlsx`,
    mime: ATTACHMENTS.kinds.xlsx.mime,
    bytes: content.length,
    sha256: null,
    content: [content],
  }
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { writeTemplate } from '../../../server/documents/table'

/** First row of the template that is to be filled in. */
const FIRST_ROW = 5
const SCHEME = ['高龄津贴', '80—89周岁每人每月100元', '1']
export const LISTED = ['龚*', '霍*', '佟*'] as const
/** An amount that cannot be read. */
const WRONG = '三百来块'

async function filled(amounts: readonly string[]): Promise<Buffer> {
  const template = await writeTemplate({
    table: 'recipients',
    title: '高龄津贴',
    choices: {},
    stated: {},
    rows: [],
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(template as unknown as ExcelJS.Buffer)
  const sheet = book.worksheets[0]!
  LISTED.forEach((name, at) => {
    sheet.getRow(FIRST_ROW + at).values = [name, '一组', ...SCHEME, amounts[at]!]
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The template as a person fills it in: once with a slip, once corrected; files on disk. */
export async function listSheets(): Promise<{ wrong: string; right: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sheets-'))
  const [wrong, right] = [path.join(folder, '名单.xlsx'), path.join(folder, '名单-改好.xlsx')]
  await writeFile(wrong, await filled(['300', WRONG, '300元']))
  await writeFile(right, await filled(['300', '0.03万', '300元']))
  return { wrong, right, remove: () => rm(folder, { recursive: true, force: true }) }
}

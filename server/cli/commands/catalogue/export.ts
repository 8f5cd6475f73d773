import path from 'node:path'
import type { SheetFormat } from '@shared/contract/catalogues/catalogue'
import { SHEET_FORMATS, writeCatalogues } from '@server/documents/catalogue/export'
import { versionsInForce } from '@server/catalogues/catalogue/queries/catalogueExport'
import { UsageError, readArguments } from '../../command'
import { writeWhole } from '../../io'
import { withStore } from '../../withStore'

interface Wanted {
  file: string
  format: SheetFormat
  org: string
  area?: string
}

const isFormat = (text: string): text is SheetFormat => (SHEET_FORMATS as readonly string[]).includes(text)

function wantedOf(args: string[]): Wanted {
  const text = { type: 'string' } as const
  const { values, positionals } = readArguments(args, { org: text, area: text })
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new UsageError('请给出一个文件')
  if (!values.org) throw new UsageError('请用 --org 写明机构代码')
  const format = path.extname(file).slice(1).toLowerCase()
  if (!isFormat(format)) throw new UsageError('文件名请以 .xlsx 或 .html 结尾')
  return { file: path.resolve(file), format, org: values.org, area: values.area }
}

/**
 * Runs `catalogue export FILE --org CODE [--area NAME]` → `{ file, catalogues, rows }`: exports an organisation's
 * catalogues in force in the national layout, a sheet for each area; the file name determines the format. Needs the
 * configured database.
 */
export async function run(args: string[]): Promise<unknown> {
  const { file, format, org, area } = wantedOf(args)
  return await withStore(async ({ db }) => {
    const versions = await versionsInForce(db, org, area)
    await writeWhole(file, [
      await writeCatalogues(
        format,
        versions.map(({ sheet }) => sheet),
      ),
    ])
    const rows = versions.reduce((sum, { catalogue }) => sum + catalogue.itemCount, 0)
    return { file, catalogues: versions.length, rows }
  })
}

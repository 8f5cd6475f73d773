import { areaOfTitle } from '@shared/domain/catalogue/rows/areas'
import { faultText } from '@shared/i18n/errors'
import { CatalogueColumns } from '@shared/schemas/catalogue'
import type { CatalogueRow, ParsedCatalogue, ParseWarning } from '@shared/schemas/catalogue'
import type { Issue } from '@shared/schemas/common'
import { DocumentError, parseCatalogueFile } from '../documents/catalogue'
import type { CatalogueFile } from '../documents/catalogue'
import { AppError } from '../errors'

/** A catalogue file that has been read and found sound, before anything is stored. */
export interface PreparedCatalogue {
  source: { file: string; sha256: string }
  /** One part for each area 领域, in the order of the file. */
  parts: { area: string; title: string; rows: CatalogueRow[] }[]
  warnings: ParseWarning[]
}

export interface PrepareInput extends CatalogueFile {
  /** 领域, where the file does not say it. */
  area?: string
}

const MAX_TOLD = 200

const refused = (issues: readonly Issue[]) =>
  new AppError(422, 'catalogue-refused', issues.slice(0, MAX_TOLD))

/** @throws AppError 422 `catalogue-unreadable` */
async function read(input: CatalogueFile): Promise<ParsedCatalogue> {
  try {
    return await parseCatalogueFile(input)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    const { code, message, details } = error
    throw new AppError(422, 'catalogue-unreadable', [{ code, message }, ...details])
  }
}

/** The file by its sheets: each sheet tells its own area. */
async function bySheet(input: PrepareInput, whole: ParsedCatalogue): Promise<ParsedCatalogue[]> {
  const sheets = [...new Set(whole.rows.flatMap(row => row.sheet ?? []))]
  if (sheets.length < 2) return [whole]
  return Promise.all(sheets.map(sheet => read({ ...input, sheet })))
}

const without = (name: string) => name.replace(/\.[^.]+$/, '')

function areaOf(input: PrepareInput, { areas, title }: ParsedCatalogue): string | Issue {
  if (input.area) return input.area
  if (areas.length > 1) {
    const names = areas.join('、')
    const message = `一张表里有几个领域（${names}），分不清哪一行属于哪个领域。请一个领域一个工作表或一个文件。`
    return { code: 'area-ambiguous', message }
  }
  const area = areas[0] ?? areaOfTitle(title ?? '') ?? areaOfTitle(without(input.file))
  const message = '看不出是哪个领域的目录。请在表的标题里写明，如“社会救助领域政务公开标准目录”。'
  return area ?? { code: 'area-unknown', message }
}

/** Everything that stands against storing a row, with its number in the file. */
function rowIssues(row: CatalogueRow): Issue[] {
  const place = row.sheet === undefined ? `第 ${row.row} 行` : `工作表“${row.sheet}”第 ${row.row} 行`
  const at = { field: 'path', row: row.row }
  if (row.path.length === 0) return [{ ...at, code: 'path-missing', message: `${place}没有公开事项的名称。` }]
  if (row.path.length > 4) {
    return [
      { ...at, code: 'path-too-deep', message: `${place}的公开事项有 ${row.path.length} 级，最多 4 级。` },
    ]
  }
  const checked = CatalogueColumns.safeParse(row)
  if (checked.success) return []
  return checked.error.issues.map(({ path }) => {
    const field = path.map(part => (typeof part === 'number' ? part : String(part)))
    return {
      code: 'invalid',
      field: field.join('.'),
      row: row.row,
      message: `${place}：${faultText(field, 'invalid')}`,
    }
  })
}

/** Parts of the same area in several sheets are one catalogue. */
function joined(parts: PreparedCatalogue['parts']): PreparedCatalogue['parts'] {
  const byArea = new Map<string, PreparedCatalogue['parts'][number]>()
  for (const part of parts) {
    const known = byArea.get(part.area)
    if (known) known.rows.push(...part.rows)
    else byArea.set(part.area, { ...part, rows: [...part.rows] })
  }
  return [...byArea.values()]
}

/**
 * Reads a catalogue file for import: all of it, and all that is wrong with it at once.
 * @throws AppError 422 `catalogue-unreadable` or `catalogue-refused` with rows and sentences
 */
export async function prepareCatalogue(input: PrepareInput): Promise<PreparedCatalogue> {
  const whole = await read(input)
  const tables = await bySheet(input, whole)
  const parts = tables.map(table => ({ table, area: areaOf(input, table) }))
  const issues = [
    ...parts.flatMap(({ area }) => (typeof area === 'string' ? [] : [area])),
    ...whole.rows.flatMap(rowIssues),
  ]
  if (issues.length > 0) throw refused(issues)
  const { sha256 } = whole.source
  return {
    source: { file: input.file, sha256 },
    parts: joined(
      parts.map(({ table, area }) => ({
        area: String(area),
        title: table.title ?? `${String(area)}领域政务公开事项标准目录`,
        rows: table.rows,
      })),
    ),
    warnings: whole.warnings,
  }
}

import { faultText } from '@shared/texts/errors'
import {
  CatalogueColumns,
  type CatalogueRow,
  type ParsedCatalogue,
  type ParseWarning,
} from '@shared/contract/catalogues/catalogue'
import type { Issue } from '@shared/contract/common'
import { readCatalogueTables } from '.'
import { type CatalogueInput, areaOfTable, titleOf } from './areas'

/** A valid catalogue file, before anything is stored. */
export interface PreparedCatalogue {
  source: { file: string; sha256: string }
  /** One part for each area 领域, in the order of the file. */
  parts: { area: string; title: string; rows: CatalogueRow[] }[]
  warnings: ParseWarning[]
}

const MOST_TOLD = 200

type Part = PreparedCatalogue['parts'][number]

const UNKNOWN_AREA = '看不出是哪个领域的目录。请在表的标题里写明，如“社会救助领域政务公开标准目录”。'

const placeOf = ({ sheet, row }: CatalogueRow) =>
  sheet === undefined ? `第 ${row} 行` : `工作表“${sheet}”第 ${row} 行`

/** Splits a table of several areas by the area 领域 of each row. */
function byArea(
  { area: given, usualArea }: CatalogueInput,
  { rows, title }: ParsedCatalogue,
): (Part | Issue)[] {
  const parts = new Map<string, Part>()
  const issues: Issue[] = []
  for (const row of rows) {
    const area = row.area ?? given ?? usualArea
    if (area === undefined) {
      const message = `${placeOf(row)}看不出属于哪个领域。请在表里写明，如加一列“领域”或在这一行上面写“社会救助领域”。`
      issues.push({ code: 'area-unknown', row: row.row, message })
      continue
    }
    const part = parts.get(area) ?? { area, title: titleOf(area, title, false), rows: [] }
    part.rows.push(row)
    parts.set(area, part)
  }
  return [...issues, ...parts.values()]
}

function partsOf(input: CatalogueInput, table: ParsedCatalogue): (Part | Issue)[] {
  const { areas, title, rows } = table
  if (areas.length > 1) return byArea(input, table)
  const area = areaOfTable(input, table)
  if (area === undefined) return [{ code: 'area-unknown', message: UNKNOWN_AREA }]
  return [{ area, title: titleOf(area, title, true), rows }]
}

const isPart = (found: Part | Issue): found is Part => 'rows' in found
const isIssue = (found: Part | Issue): found is Issue => !isPart(found)

/** Returns everything that prevents storing a row, with its number in the file. */
function rowIssues(row: CatalogueRow): Issue[] {
  const place = placeOf(row)
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

/** Merges parts of the same area from several sheets into one catalogue. */
function joined(parts: readonly Part[]): Part[] {
  const known = new Map<string, Part>()
  for (const part of parts) {
    const same = known.get(part.area)
    if (same) same.rows.push(...part.rows)
    else known.set(part.area, { ...part, rows: [...part.rows] })
  }
  return [...known.values()]
}

/**
 * Reads a catalogue file for import: all of it, or its faults at once, up to a readable number.
 * @throws DocumentError
 */
export async function readParts(
  input: CatalogueInput,
): Promise<{ prepared: PreparedCatalogue } | { issues: Issue[] }> {
  const { whole, tables } = await readCatalogueTables(input)
  const found = tables.flatMap(table => partsOf(input, table))
  const issues = [...found.filter(isIssue), ...whole.rows.flatMap(rowIssues)]
  if (issues.length > 0) return { issues: issues.slice(0, MOST_TOLD) }
  const source = { file: input.file, sha256: whole.source.sha256 }
  return { prepared: { source, parts: joined(found.filter(isPart)), warnings: whole.warnings } }
}

import { type ReadDraftRow, draftRowOf } from '@server/domain/catalogueDraft/marks'
import type { CatalogueRow, ParseWarning, ParsedCatalogue } from '@shared/contract/catalogues/catalogue'
import { readCatalogueTables } from '.'
import { type CatalogueInput, areaOfTable, titleOf } from './areas'
import type { DraftSummary } from '@shared/contract/catalogues/catalogueDraft'

/** A file or text read for a draft: every row, including those that `readParts` would refuse. */
export interface PreparedDraft {
  source: Omit<DraftSummary['source'], 'sha256'>
  sha256: string
  /** Pasted text, unchanged; null for a file. */
  pasted: string | null
  title: string | null
  titles: { area: string; title: string }[]
  warnings: ParseWarning[]
  rows: ReadDraftRow[]
}

const MOST_WARNINGS = 500

const placeOf = ({ row, sheet }: Pick<ParseWarning, 'row' | 'sheet'>) => `${sheet ?? ''}\n${row ?? ''}`

/** Groups the warnings about cells by row. */
function cellWarnings({ warnings }: ParsedCatalogue): Map<string, ParseWarning[]> {
  const byRow = new Map<string, ParseWarning[]>()
  for (const warning of warnings) {
    if (warning.row === undefined || warning.field === undefined) continue
    byRow.set(placeOf(warning), [...(byRow.get(placeOf(warning)) ?? []), warning])
  }
  return byRow
}

const areaOfRow = (input: CatalogueInput, table: ParsedCatalogue, row: CatalogueRow): string | null =>
  row.area ?? (table.areas.length > 1 ? (input.area ?? input.usualArea) : areaOfTable(input, table)) ?? null

function titlesOf(rows: readonly { area: string | null }[], { title, areas }: ParsedCatalogue) {
  const named = [...new Set(rows.flatMap(({ area }) => area ?? []))]
  return named.map(area => ({ area, title: titleOf(area, title, areas.length < 2) }))
}

/**
 * Reads a catalogue file for a draft. Uncertain values are marked, nothing is omitted.
 * @throws DocumentError if it is no catalogue at all
 */
export async function readDraft(input: CatalogueInput): Promise<PreparedDraft> {
  const { whole, tables } = await readCatalogueTables({ ...input, withSources: true })
  const read = tables.map(table => {
    const warned = cellWarnings(table)
    const rows = table.rows.map(row =>
      draftRowOf(row, areaOfRow(input, table, row), warned.get(placeOf(row)) ?? []),
    )
    return {
      rows,
      titles: titlesOf(
        rows.map(({ columns }) => columns),
        table,
      ),
    }
  })
  const titles = new Map(read.flatMap(({ titles }) => titles).map(one => [one.area, one]))
  return {
    source: { file: whole.source.file, kind: whole.source.kind, pasted: false },
    sha256: whole.source.sha256,
    pasted: null,
    title: whole.title,
    titles: [...titles.values()],
    warnings: whole.warnings.slice(0, MOST_WARNINGS),
    rows: read.flatMap(({ rows }) => rows),
  }
}

import type { CatalogueRow, ParseWarning } from '@shared/contract/catalogues/catalogue'

/** The recognised content of a file's tables. */
export interface RecognisedTables {
  title: string | null
  areas: string[]
  rows: CatalogueRow[]
  warnings: ParseWarning[]
  /** Number of tables with a recognised header. */
  tables: number
}

/** Removes the area from the rows when the file contains only one. */
export const withoutOnlyArea = (rows: readonly CatalogueRow[], areas: readonly string[]): CatalogueRow[] =>
  areas.length > 1 ? [...rows] : rows.map(({ area: _area, ...row }) => row)

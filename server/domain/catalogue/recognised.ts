import type { CatalogueRow, ParseWarning } from '@shared/contract/catalogues/catalogue'

/** What was recognised in the tables of a file. */
export interface RecognisedTables {
  title: string | null
  areas: string[]
  rows: CatalogueRow[]
  warnings: ParseWarning[]
  /** Tables whose header was recognised. */
  tables: number
}

/** Rows name their area only where the file holds more than one. */
export const withoutOnlyArea = (rows: readonly CatalogueRow[], areas: readonly string[]): CatalogueRow[] =>
  areas.length > 1 ? [...rows] : rows.map(({ area: _area, ...row }) => row)

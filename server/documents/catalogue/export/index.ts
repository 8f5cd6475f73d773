import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import { SheetFormat } from '@shared/contract/catalogues/catalogue'
import { writeCatalogueHtml } from './html'
import type { ExportedCatalogue } from './layout'
import { writeCatalogueXlsx } from './xlsx'

/** File formats of a catalogue export. */
export const SHEET_FORMATS = SheetFormat.options

export const SHEET_MIMES: Readonly<Record<SheetFormat, string>> = {
  xlsx: ATTACHMENTS.kinds.xlsx.mime,
  html: 'text/html; charset=utf-8',
}

/** Writes catalogues in the national layout; `parseCatalogueFile` reads the file without loss. */
export const writeCatalogues = (
  format: SheetFormat,
  catalogues: readonly ExportedCatalogue[],
): Promise<Buffer> =>
  format === 'xlsx' ? writeCatalogueXlsx(catalogues) : Promise.resolve(writeCatalogueHtml(catalogues))

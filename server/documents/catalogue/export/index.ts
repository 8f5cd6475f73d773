import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import { writeCatalogueHtml } from './html'
import type { ExportedCatalogue } from './layout'
import { writeCatalogueXlsx } from './xlsx'

/** File formats of a catalogue export. */
export const SHEET_FORMATS = ['xlsx', 'html'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

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

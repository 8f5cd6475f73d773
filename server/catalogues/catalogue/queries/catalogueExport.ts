import { notFound } from '@server/platform/errors'
import type { ExportedCatalogue } from '@server/documents/catalogue/export/layout'
import type { CatalogueItemRow, CatalogueRow, Models } from '@server/platform/store/collections'

/** A version of a catalogue with its items, to be written down. */
export interface ExportedVersion {
  catalogue: CatalogueRow
  sheet: ExportedCatalogue
}

async function withItems(models: Models, catalogue: CatalogueRow): Promise<ExportedVersion> {
  const rows = await models.catalogueItems
    .find({ catalogueId: catalogue._id })
    .sort({ order: 1 })
    .lean<CatalogueItemRow[]>()
    .exec()
  return { catalogue, sheet: { area: catalogue.area, title: catalogue.title, rows } }
}

/** One version, in force or not. @throws AppError 404 `catalogue-not-found` */
export async function requireVersion(models: Models, id: string): Promise<ExportedVersion> {
  const catalogue = await models.catalogues.findById(id).lean<CatalogueRow>().exec()
  if (!catalogue) throw notFound('catalogue-not-found', 'id')
  return withItems(models, catalogue)
}

/** What is in force of an organisation, areas in order; one area where it is named. @throws AppError 404 `catalogue-not-found` */
export async function versionsInForce(
  models: Models,
  orgCode: string,
  area?: string,
): Promise<ExportedVersion[]> {
  const versions = await models.catalogues
    .find({ orgCode, active: true, ...(area !== undefined && { area }) })
    .sort({ area: 1, _id: 1 })
    .lean<CatalogueRow[]>()
    .exec()
  if (versions.length === 0) throw notFound('catalogue-not-found', area === undefined ? 'org' : 'area')
  return Promise.all(versions.map(version => withItems(models, version)))
}

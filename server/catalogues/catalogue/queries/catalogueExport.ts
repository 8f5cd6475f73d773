import { notFound } from '@server/platform/errors'
import type { ExportedCatalogue } from '@server/documents/catalogue/export/layout'
import type { Db } from '@server/platform/store/db'
import { CatalogueItems, type CatalogueItemRow } from '../models/catalogueItems'
import { Catalogues, type CatalogueRow } from '../models/catalogues'

/** Version of a catalogue with its items, for export. */
export interface ExportedVersion {
  catalogue: CatalogueRow
  sheet: ExportedCatalogue
}

async function withItems(db: Db, catalogue: CatalogueRow): Promise<ExportedVersion> {
  const rows = await db
    .of(CatalogueItems)
    .find({ catalogueId: catalogue._id })
    .sort({ order: 1 })
    .lean<CatalogueItemRow[]>()
    .exec()
  return { catalogue, sheet: { area: catalogue.area, title: catalogue.title, rows } }
}

/** Loads one version, in force or not. @throws AppError 404 `catalogue-not-found` */
export async function requireVersion(db: Db, id: string): Promise<ExportedVersion> {
  const catalogue = await db.of(Catalogues).findById(id).lean<CatalogueRow>().exec()
  if (!catalogue) throw notFound('catalogue-not-found', 'id')
  return withItems(db, catalogue)
}

/**
 * Loads an organisation's versions in force, areas in order; only `area` where it is given.
 * @throws AppError 404 `catalogue-not-found`
 */
export async function versionsInForce(db: Db, orgCode: string, area?: string): Promise<ExportedVersion[]> {
  const versions = await db
    .of(Catalogues)
    .find({ orgCode, active: true, ...(area !== undefined && { area }) })
    .sort({ area: 1, _id: 1 })
    .lean<CatalogueRow[]>()
    .exec()
  if (versions.length === 0) throw notFound('catalogue-not-found', area === undefined ? 'org' : 'area')
  return Promise.all(versions.map(version => withItems(db, version)))
}

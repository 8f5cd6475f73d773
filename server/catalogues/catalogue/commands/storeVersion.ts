import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import { categoryOf } from '@server/domain/category'
import type { CatalogueColumns, Uncertainty } from '@shared/contract/catalogues/catalogue'
import { Catalogues, type CatalogueRow } from '../models/catalogues'
import { CatalogueItems, type CatalogueItemRow } from '../models/catalogueItems'
import { newId } from '@server/platform/store/collection'
import type { OrgRow } from '@server/people/orgs'

/** Item of a new version with its stable key. */
export interface VersionItem {
  key: string
  columns: CatalogueColumns
  uncertain: Uncertainty[]
}

/** A new version of one area of a catalogue. */
export interface NewVersion {
  org: OrgRow
  area: string
  title: string
  source: { file: string; sha256: string }
  /** First day; null = today. */
  effectiveFrom: string | null
  items: readonly VersionItem[]
}

/** Returns the version of an area in force. */
export const versionInForce = (tx: Tx, orgCode: string, area: string): Promise<CatalogueRow | null> =>
  tx.of(Catalogues).findOne({ orgCode, active: true, area }).lean<CatalogueRow>().exec()

async function nextVersion(tx: Tx, orgCode: string, area: string) {
  const latest = await tx
    .of(Catalogues)
    .findOne({ orgCode, area }, { version: 1 })
    .sort({ version: -1 })
    .lean<Pick<CatalogueRow, 'version'>>()
    .exec()
  return (latest?.version ?? 0) + 1
}

const itemRow =
  (catalogue: CatalogueRow) =>
  ({ key, columns, uncertain }: VersionItem, order: number): CatalogueItemRow => ({
    _id: newId('itm'),
    key,
    catalogueId: catalogue._id,
    orgCode: catalogue.orgCode,
    area: catalogue.area,
    category: categoryOf({ area: catalogue.area, path: columns.path }),
    order,
    displayNo: columns.displayNo,
    path: columns.path,
    elements: columns.elements,
    basis: columns.basis,
    deadline: columns.deadline,
    subjects: columns.subjects,
    channels: columns.channels,
    audience: columns.audience,
    mode: columns.mode,
    levels: columns.levels,
    uncertain,
  })

/** Stores a version of one area and activates it in place of the previous one. */
export async function storeVersion(
  tx: Tx,
  { org, area, title, source, effectiveFrom, items }: NewVersion,
): Promise<CatalogueRow> {
  const createdAt = tx.now
  const from = effectiveFrom ?? chinaDate(createdAt)
  const catalogue: CatalogueRow = {
    _id: newId('cat'),
    orgCode: org._id,
    area,
    title,
    version: await nextVersion(tx, org._id, area),
    active: true,
    effectiveFrom: from,
    effectiveTo: null,
    source: { ...source, url: null, issuer: org.name },
    itemCount: items.length,
    createdAt,
  }
  await tx
    .of(Catalogues)
    .updateMany({ orgCode: org._id, area, active: true }, { active: false, effectiveTo: from })
  await tx.of(Catalogues).create([catalogue])
  // Validated by zod on reading: creating 5,000 mongoose documents would take as long as storing them.
  await tx.of(CatalogueItems).insertMany(items.map(itemRow(catalogue)), { lean: true })
  return catalogue
}

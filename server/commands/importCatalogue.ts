import { categoryOf } from '@shared/domain/category'
import { chinaDate } from '@shared/domain/period'
import { conflict } from '../errors'
import { newId } from '../models'
import type { CatalogueItemRow, CatalogueRow, OrgRow } from '../models'
import { isDuplicate } from '../services/store'
import { afterActivation } from './afterActivation'
import { audit } from './deed'
import type { StoreDeed } from './deed'
import { itemKeys } from './itemKeys'
import type { PreparedCatalogue } from './prepareCatalogue'

interface Props {
  org: OrgRow
  prepared: PreparedCatalogue
}

type Part = PreparedCatalogue['parts'][number]

async function nextVersion(
  { services: { models } }: StoreDeed,
  orgCode: string,
  area: string,
): Promise<number> {
  const latest = await models.catalogues
    .findOne({ orgCode, area }, { version: 1 })
    .sort({ version: -1 })
    .lean<Pick<CatalogueRow, 'version'>>()
    .exec()
  return (latest?.version ?? 0) + 1
}

function itemRows(catalogue: CatalogueRow, { area, rows }: Part): CatalogueItemRow[] {
  const keys = itemKeys(area, rows)
  return rows.map((row, order) => ({
    _id: newId('itm'),
    key: keys[order]!,
    catalogueId: catalogue._id,
    orgCode: catalogue.orgCode,
    area,
    category: categoryOf({ area, path: row.path }),
    order,
    displayNo: row.displayNo,
    path: row.path,
    elements: row.elements,
    basis: row.basis,
    deadline: row.deadline,
    subjects: row.subjects,
    channels: row.channels,
    audience: row.audience,
    mode: row.mode,
    levels: row.levels,
    uncertain: row.uncertain,
  }))
}

async function storePart(deed: StoreDeed, { org, prepared }: Props, part: Part): Promise<CatalogueRow> {
  const { models, clock } = deed.services
  const createdAt = clock.now()
  const today = chinaDate(createdAt)
  const catalogue: CatalogueRow = {
    _id: newId('cat'),
    orgCode: org._id,
    area: part.area,
    title: part.title,
    version: await nextVersion(deed, org._id, part.area),
    active: true,
    effectiveFrom: today,
    effectiveTo: null,
    source: { ...prepared.source, url: null, issuer: org.name },
    itemCount: part.rows.length,
    createdAt,
  }
  await models.catalogues.updateMany(
    { orgCode: org._id, area: part.area, active: true },
    { active: false, effectiveTo: today },
  )
  await models.catalogues.create([catalogue])
  // Checked by zod when the file was read: making 5,000 documents of them would take as long as storing them.
  await models.catalogueItems.insertMany(itemRows(catalogue, part), { lean: true })
  const detail = { version: catalogue.version, items: catalogue.itemCount, sha256: prepared.source.sha256 }
  await audit(deed, 'catalogue.import', { orgCode: org._id, id: catalogue._id }, detail)
  return catalogue
}

/**
 * Stores a catalogue as a new version for each of its areas 目录新版本; the version before is no longer in force. Items
 * keep their keys, so notices keep their item. Runs in a transaction.
 * @throws AppError 409 `catalogue-conflict` when somebody has just stored the same area
 */
export async function importCatalogue(deed: StoreDeed, props: Props): Promise<CatalogueRow[]> {
  const stored: CatalogueRow[] = []
  try {
    for (const part of props.prepared.parts) stored.push(await storePart(deed, props, part))
  } catch (error) {
    throw isDuplicate(error, 'catalogues') ? conflict('catalogue-conflict') : error
  }
  await afterActivation(deed, { org: props.org, catalogues: stored })
  return stored
}
